#pragma once

// jemalloc takes the place of malloc in a program that links this target; there is nothing to call.
//
// Rendering a page is many small pieces of memory made on several threads. glibc takes them from an arena for each
// thread, which costs time and leaves holes; make bench's misses cost a quarter less CPU with jemalloc.
