import ArgumentParser

@main struct Thaw: AsyncParsableCommand {}
