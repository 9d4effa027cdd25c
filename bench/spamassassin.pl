#!/usr/bin/perl
# Teaches SpamAssassin's Bayes classifier labelled messages, and prints how likely it takes others for spam.
#
#   bench/spamassassin.pl FOLDER LIST
#
# FOLDER is empty and takes its words. Each line of LIST is "s PATH" (spam), "h PATH" (real) or "? PATH" (to judge).
use strict;
use warnings;
use Mail::SpamAssassin;
use Mail::SpamAssassin::PerMsgStatus;

my ($folder, $list) = @ARGV;
my $assassin = Mail::SpamAssassin->new({
    local_tests_only => 1,
    dont_copy_prefs => 1,
    rules_filename => "$folder/none",
    site_rules_filename => "$folder/none",
    userprefs_filename => "$folder/none",
    config_text => join("\n",
        "loadplugin Mail::SpamAssassin::Plugin::Bayes", "use_bayes 1", "bayes_path $folder/bayes", "bayes_auto_learn 0",
        "bayes_auto_expire 0", "bayes_min_ham_num 1", "bayes_min_spam_num 1", ""),
});
$assassin->init(1);
$assassin->init_learner({ wait_for_lock => 1 });

open(my $lines, '<', $list) or die "$list: $!";
chomp(my @lines = <$lines>);
my @rows = map { [split / /, $_, 2] } @lines;

sub message {
    my ($path) = @_;
    open(my $file, '<', $path) or die "$path: $!";
    return $assassin->parse($file);
}

for my $row (grep { $_->[0] ne '?' } @rows) {
    my $message = message($row->[1]);
    $assassin->learn($message, undef, $row->[0] eq 's' ? 1 : 0, 0);
    $message->finish;
}
$assassin->rebuild_learner_caches;
$assassin->finish_learner;

my ($bayes) = grep { ref $_ eq 'Mail::SpamAssassin::Plugin::Bayes' } @{ $assassin->{plugins}{plugins} };
for my $row (grep { $_->[0] eq '?' } @rows) {
    my $message = message($row->[1]);
    my $status = Mail::SpamAssassin::PerMsgStatus->new($assassin, $message);
    # Undefined where it knows too few of the words.
    print $bayes->scan($status, $message) // 0.5, "\n";
    $status->finish;
    $message->finish;
}
