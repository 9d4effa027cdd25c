#ifndef THAW_CGUMBO_SHIM_H
#define THAW_CGUMBO_SHIM_H

#include <gumbo.h>

// The default options are a global of a pointer-holding type, which Swift 6 will not share between threads.
static inline GumboOutput *cgumbo_parse_fragment(const char *markup, size_t length) {
    GumboOptions options = kGumboDefaultOptions;
    options.fragment_context = GUMBO_TAG_DIV;
    options.max_errors = 0;
    return gumbo_parse_with_options(&options, markup, length);
}

static inline void cgumbo_destroy(GumboOutput *output) {
    gumbo_destroy_output(&kGumboDefaultOptions, output);
}

#endif
