#pragma once

#include <curl/curl.h>
#include <netinet/in.h>
#include <stddef.h>
#include <string.h>

// Setting an option and asking for a result are variadic, which Swift cannot call.

typedef size_t (*thaw_write)(char *bytes, size_t size, size_t count, void *context);
typedef curl_socket_t (*thaw_open)(void *context, curlsocktype purpose, struct curl_sockaddr *address);

static inline CURLcode thaw_setLong(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode thaw_setText(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode thaw_setSize(CURL *handle, CURLoption option, long long value) {
    return curl_easy_setopt(handle, option, (curl_off_t)value);
}

static inline CURLcode thaw_onWrite(CURL *handle, thaw_write function, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, function);
    return code ? code : curl_easy_setopt(handle, CURLOPT_WRITEDATA, context);
}

static inline CURLcode thaw_onHeader(CURL *handle, thaw_write function, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, function);
    return code ? code : curl_easy_setopt(handle, CURLOPT_HEADERDATA, context);
}

static inline CURLcode thaw_onRead(CURL *handle, thaw_write function, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_READFUNCTION, function);
    return code ? code : curl_easy_setopt(handle, CURLOPT_READDATA, context);
}

static inline CURLcode thaw_setList(CURL *handle, CURLoption option, struct curl_slist *list) {
    return curl_easy_setopt(handle, option, list);
}

/// All of the talk under TLS, or none of it.
static inline long thaw_useSSL(void) { return (long)CURLUSESSL_ALL; }

static inline CURLcode thaw_onOpen(CURL *handle, thaw_open function, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, function);
    return code ? code : curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, context);
}

static inline long thaw_status(CURL *handle) {
    long status = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    return status;
}

/// Where the answer came from, redirects followed. Never null.
static inline const char *thaw_address_in_the_end(CURL *handle) {
    const char *address = NULL;
    curl_easy_getinfo(handle, CURLINFO_EFFECTIVE_URL, &address);
    return address ? address : "";
}

/// How many seconds the server asks to be left alone (Retry-After); 0 when it does not say.
static inline long thaw_retryAfter(CURL *handle) {
    curl_off_t seconds = 0;
    curl_easy_getinfo(handle, CURLINFO_RETRY_AFTER, &seconds);
    return (long)seconds;
}

/// Copies the bytes of an address of the internet and gives their number, 4 or 16; 0 for any other. Swift would cut
/// the address off: libcurl declares it as a `sockaddr` and keeps a longer one there.
static inline int thaw_address(const struct curl_sockaddr *from, unsigned char *to) {
    switch (from->family) {
    case AF_INET:
        memcpy(to, (const char *)&from->addr + offsetof(struct sockaddr_in, sin_addr), 4);
        return 4;
    case AF_INET6:
        memcpy(to, (const char *)&from->addr + offsetof(struct sockaddr_in6, sin6_addr), 16);
        return 16;
    default:
        return 0;
    }
}
