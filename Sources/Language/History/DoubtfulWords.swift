/// Words beside which a number is no date, or a date not the one that a text tells of.
enum DoubtfulWords {
    /// Right before a number that they count or name.
    static let ahead = DateLexicon.set(
        """
        top version v release windows office route room iso rfc no nr nº op opus bwv kv model chapter part page pages
        vol volume episode step issue stop number flight highway build kapitel teil seite chapitre partie capítulo
        parte página часть глава версия версии версию номер стр الجزء الفصل رقم الإصدار 第
        """)

    /// Right behind a number that counts them.
    static let behind = DateLexicon.set(
        """
        years days months weeks hours minutes men people soldiers ways things km m kg mm cm ft mph px gb mb hp mhz ghz
        dollars euros miles pages words steps tips reasons
        jahre jahren tage tagen wochen monate stunden menschen mann meter euro tipps seiten
        ans jours semaines mois heures hommes personnes mètres euros choses
        años días semanas meses horas hombres personas metros pesos cosas
        anos dias pessoas homens reais coisas
        лет дней дня месяцев недель часов человек рублей метров км кг руб л способов
        سنة عاما يوما شخص متر كم
        """)

    /// Months of another calendar, whose years these are.
    static let foreignMonths = DateLexicon.set(
        "ramadan muharram safar rajab shaban shawwal محرم صفر ربيع جمادى رجب شعبان رمضان شوال الأول الثاني الآخر")

    /// Anywhere: what they name has a date of its own.
    static let anywhere = DateLexicon.set(
        """
        newsletter version release released edition changelog update updated conference meetup webinar podcast episode
        ausgabe rundbrief konferenz bulletin édition edición boletín edição boletim выпуск версия конференция
        النسخة نشرة
        """)

    /// Marks that make a number a name or an amount.
    static let marksAhead = Set<Character>("#$€£№¥@+_\\")
    static let marksBehind = Set<Character>("%°$€£¥+_\\@")
}
