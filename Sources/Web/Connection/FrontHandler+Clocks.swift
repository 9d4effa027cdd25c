import NIOCore

extension FrontHandler {
    /// One timer for a connection that looks at all its limits: setting one for every request would cost more.
    func startClock(_ context: ChannelHandlerContext) {
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: settings.limits.tick) { [weak self] in
            guard let self, let context = self.context else { return }
            lookAtClock(context)
            if self.context != nil { startClock(context) }
        }
    }

    private func lookAtClock(_ context: ChannelHandlerContext) {
        let now = NIODeadline.now()
        let limits = settings.limits
        if isStalled(context, now) {
            // Straight to the channel: what is unsent will not be taken.
            context.close(promise: nil)
            return
        }
        let elapsed = now - phaseBegan
        switch phase {
        case .idle:
            if elapsed > limits.idleTimeout, unsentBytes == 0 { close(context: context, mode: .all, promise: nil) }
        case .head:
            if elapsed > limits.headTimeout { refuse(408, "Request Timeout", context) }
        case .exchange(let exchange):
            lookAtBody(exchange, elapsed, context)
        case .lingering:
            if unsentBytes > 0 {
                phaseBegan = now
            } else if elapsed > limits.lingerTimeout {
                context.close(promise: nil)
            }
        }
    }

    private func lookAtBody(_ exchange: Exchange, _ elapsed: TimeAmount, _ context: ChannelHandlerContext) {
        let limits = settings.limits
        guard !exchange.requestHasEnded else { return }
        guard readIsOutstanding else {
            // The routes do not ask for more, so the visitor is not to blame: the clock begins anew.
            var restarted = exchange
            restarted.bodyReceived = 0
            enter(.exchange(restarted))
            return
        }
        let seconds = elapsed.nanoseconds / 1_000_000_000
        if elapsed > limits.bodyGrace, exchange.bodyReceived < Int(seconds) * limits.bodyBytesPerSecond {
            context.close(promise: nil)
        }
    }

    /// Whether bytes wait to be sent and none was taken for `writeTimeout`.
    private func isStalled(_ context: ChannelHandlerContext, _ now: NIODeadline) -> Bool {
        let unsent = bufferedBytes(context)
        if unsent == 0 || unsent != unsentBytes {
            unsentBytes = unsent
            unsentSince = now
            return false
        }
        return now - unsentSince > settings.limits.writeTimeout
    }
}
