#include "CJemalloc.h"

// jemalloc reads this symbol when it starts; the variable MALLOC_CONF of the environment is stronger.
// One arena, since each thread keeps a stock of small pieces of its own; larger ones, such as a page's bytes, would lie
// idle once for each thread. What lies idle goes back to the system within ten seconds, jemalloc's default.
const char *malloc_conf = "narenas:1,lg_tcache_max:13,muzzy_decay_ms:0";
