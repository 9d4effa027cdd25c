#pragma once

#include <libxml/xmlversion.h>
/* Foundation has an ICU of its own, and one compilation cannot see the headers of both. The parser needs neither. */
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

/// How many bytes of the text the parser has behind it.
static inline long thaw_xml_position(xmlParserCtxtPtr context) {
    if (context->input == NULL) return 0;
    return (long)context->input->consumed + (long)(context->input->cur - context->input->base);
}
