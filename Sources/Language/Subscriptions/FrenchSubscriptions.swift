extension SubscriptionMessages {
    static let french = SubscriptionMessages(
        notifyComments: "Prévenez-moi des nouveaux commentaires par e-mail.",
        notifyPosts: "Prévenez-moi des nouveaux articles par e-mail.",
        notifyToday: "Ce qui s’est passé ce jour-là, une fois par jour.",
        todayNote: "Ce message arrive chaque matin, quelle que soit la fréquence des autres.",
        nothingChosen: "Veuillez choisir ce que vous souhaitez recevoir.",
        heading: "Suivre par e-mail",
        introduction: {
            "\($0) vous écrit quand il y a du nouveau. Chaque message contient un lien pour y mettre fin."
        },
        submit: "Suivre",
        checkMail:
            "Consultez vos e-mails : un message avec un lien de confirmation est en route. Il est envoyé une fois par jour au plus.",
        confirmHeading: "Confirmer votre abonnement",
        confirmAsk: { "Cette adresse doit recevoir des messages de \($0) sur :" },
        newPosts: "les nouveaux articles",
        today: "ce qui s’est passé ce jour-là",
        commentsOn: { "les commentaires sur « \($0) »" },
        everything: "tout",
        confirm: "Confirmer",
        confirmed: "Merci, votre abonnement est confirmé.",
        confirmMail: { "Quelqu’un, sans doute vous, a demandé des messages de \($0) à cette adresse, sur :" },
        confirmMailNote:
            "Rien n’est envoyé avant votre confirmation. Si ce n’était pas vous, ne faites rien : l’adresse est oubliée après une semaine.",
        manageHeading: "Votre abonnement",
        pace: "À quelle fréquence",
        instantly: "aussitôt",
        daily: "une fois par jour",
        weekly: "une fois par semaine",
        saved: "Enregistré.",
        endAll: "Arrêter tous les messages",
        end: "Arrêter",
        endAsk: { "Ne plus recevoir de messages sur \($0) ?" },
        ended: "Vous ne recevrez plus de messages à ce sujet.",
        unknown: "Ce lien ne mène à aucun abonnement, ou à un abonnement terminé.",
        newPost: { "Nouvel article : \($0)" },
        digest: { "Nouvelles de \($0)" },
        readOn: "Lire la suite",
        more: { "Et \($0) de plus." },
        why: { "Vous recevez ce message parce que vous suivez \($0)." },
        change: "Modifier ou arrêter")
}
