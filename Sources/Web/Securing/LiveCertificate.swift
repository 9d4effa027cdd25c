package import Logging
import NIOSSL
import ServiceLifecycle
import Synchronization

/// The certificate that new connections get. It follows its files, so that one that was renewed needs no restart.
package final class LiveCertificate: Service {
    private struct State {
        var content: CertificateFiles.Content
        var context: NIOSSLContext
        /// What was wrong at the last look, so that it is logged once.
        var fault: CertificateFiles.Fault?
    }

    private let files: CertificateFiles
    private let interval: Duration
    private let logger: Logger
    private let state: Mutex<State>

    /// - Parameter interval: between looks at the files.
    /// - Throws: `CertificateFiles.Fault`
    package init(_ files: CertificateFiles, interval: Duration, logger: Logger) throws {
        self.files = files
        self.interval = interval
        self.logger = logger
        let content = try files.read()
        state = Mutex(State(content: content, context: try files.context(content)))
    }

    var context: NIOSSLContext { state.withLock { $0.context } }

    /// Looks at the files until a graceful shutdown.
    package func run() async throws {
        try? await cancelWhenGracefulShutdown { [self] in
            while !Task.isCancelled {
                try await Task.sleep(for: interval)
                lookAgain()
            }
        }
    }

    /// Takes what the files hold now. While they do not serve, for instance since only one has been renewed yet, the
    /// former certificate stays.
    package func lookAgain() {
        do {
            let content = try files.read()
            let isKnown = state.withLock { state in
                if state.content == content { state.fault = nil }
                return state.content == content
            }
            if isKnown { return }
            let context = try files.context(content)
            state.withLock { $0 = State(content: content, context: context) }
            logger.info("a new certificate is used", metadata: ["file": "\(files.certificate)"])
        } catch let fault as CertificateFiles.Fault {
            let isNews = state.withLock { state in
                defer { state.fault = fault }
                return state.fault != fault
            }
            if isNews { logger.error("the former certificate stays in use", metadata: ["reason": "\(fault)"]) }
        } catch {
            logger.error("the certificate's files could not be read", metadata: ["error": "\(error)"])
        }
    }
}
