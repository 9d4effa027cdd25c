extension LoginMessages {
    static let german = LoginMessages(
        heading: "Trage deine Daten ein oder klicke auf ein Symbol, um dich anzumelden:",
        headingAlone: "Klicke auf ein Symbol, um dich anzumelden und zu antworten:",
        logInWith: { "Mit \($0) anmelden" },
        commentingAs: { "Du kommentierst mit deinem Konto bei \($0)." },
        logOut: "Abmelden",
        change: "Ändern",
        shownAs: { "Gezeigt als \($0)" },
        yourServer: "Dein Mastodon-Server",
        yourSite: "Die Adresse deiner Website",
        goOn: "Weiter",
        connecting: { "Verbindung mit \($0)" },
        connectingNote: "Wenn nichts geschieht, folge dem Link.",
        signedWith: { "Unterschrieben mit \($0)" },
        failed: "Du bist noch nicht angemeldet. Von dem, was du geschrieben hast, ist nichts verloren.",
        foreign: "Diese Anmeldung wurde nicht in diesem Browser begonnen. Bitte klicke noch einmal auf das Symbol.",
        used: "Diese Anmeldung wurde schon verwendet. Bitte klicke noch einmal auf das Symbol.",
        late: "Die Anmeldung hat zu lange gedauert. Bitte klicke noch einmal auf das Symbol.",
        mixedUp: "Ein anderer Dienst als der gefragte hat geantwortet; niemand wurde angemeldet.",
        denied: { "\($0) wurde gesagt, dich nicht anzumelden." },
        unreachable: {
            "\($0) ist im Augenblick nicht zu erreichen. Versuche es später noch einmal oder trage deine Daten ein."
        },
        providerFault: {
            "\($0) hat einen Fehler gemeldet. Versuche es später noch einmal oder trage deine Daten ein."
        },
        tokenFault: { "Was \($0) geschickt hat, ließ sich nicht prüfen; niemand wurde angemeldet." },
        clock: { "Die Uhren von \($0) und dieser Website gehen zu weit auseinander; niemand wurde angemeldet." },
        address: "Unter dieser Adresse gibt es nichts, das dich anmelden könnte.",
        unknownProvider: "Diese Art der Anmeldung wird hier nicht angeboten.",
        loggedOut: "Du bist nicht mehr angemeldet. Bitte klicke noch einmal auf ein Symbol.",
        loginNeeded: "Bitte melde dich an, um zu antworten.",
        notApproved: "Hier können nur die antworten, von denen schon ein Kommentar freigegeben wurde.",
        like: "Gefällt mir",
        likes: "Wem das gefällt",
        bloggersLike: Counted(
            exactlyOne: "Einem Blogger gefällt das", one: "# Blogger gefällt das", other: "# Bloggern gefällt das"),
        likeNeedsLogin: "Klicke auf ein Symbol, um dich anzumelden; dann kannst du sagen, dass es dir gefällt.",
        linkOthers: "Ein anderes Konto von dir, das dann als dieselbe Person zählt:",
        mailSubject: { "Anmelden auf \($0)" },
        mailText: {
            "Du, oder jemand mit deiner Adresse, möchte sich auf \($0) anmelden. Der Link gilt 15 Minuten lang, einmal, in dem Browser, in dem danach gefragt wurde:"
        })
}
