/// What is said around notes and lists of sources.
package struct SourceMessages: Sendable {
    /// Over the list of a post.
    package let sources: String
    /// A note's number.
    package let note: @Sendable (String) -> String
    /// The link from a note back into the text; the note's number.
    package let backFromNote: @Sendable (String) -> String
    /// Before the names of the formats in which they can be taken along.
    package let takeAlong: String
}

extension SourceMessages {
    static let arabic = SourceMessages(
        sources: "المصادر", note: { "الحاشية \($0)" }, backFromNote: { "العودة إلى موضع الحاشية \($0) في النص" },
        takeAlong: "تنزيل المصادر:")

    static let chinese = SourceMessages(
        sources: "参考文献", note: { "注释 \($0)" }, backFromNote: { "返回正文中的注释 \($0)" },
        takeAlong: "下载参考文献：")

    static let english = SourceMessages(
        sources: "Sources", note: { "Note \($0)" }, backFromNote: { "Back to note \($0) in the text" },
        takeAlong: "Download the sources:")

    static let french = SourceMessages(
        sources: "Sources", note: { "Note \($0)" }, backFromNote: { "Retour à la note \($0) dans le texte" },
        takeAlong: "Télécharger les sources :")

    static let german = SourceMessages(
        sources: "Quellen", note: { "Anmerkung \($0)" }, backFromNote: { "Zurück zu Anmerkung \($0) im Text" },
        takeAlong: "Quellen herunterladen:")

    static let portuguese = SourceMessages(
        sources: "Fontes", note: { "Nota \($0)" }, backFromNote: { "Voltar à nota \($0) no texto" },
        takeAlong: "Baixar as fontes:")

    static let russian = SourceMessages(
        sources: "Источники", note: { "Примечание \($0)" }, backFromNote: { "Назад к примечанию \($0) в тексте" },
        takeAlong: "Скачать источники:")

    static let spanish = SourceMessages(
        sources: "Fuentes", note: { "Nota \($0)" }, backFromNote: { "Volver a la nota \($0) en el texto" },
        takeAlong: "Descargar las fuentes:")
}
