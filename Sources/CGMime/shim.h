#include <gmime/gmime.h>

// GObject's casts and type tests are macros, which Swift cannot see: one line each.

enum cgmime_kind { cgmime_leaf, cgmime_multipart, cgmime_message, cgmime_partial };

static inline enum cgmime_kind cgmime_kind(GMimeObject *object) {
    if (GMIME_IS_MULTIPART(object)) return cgmime_multipart;
    if (GMIME_IS_MESSAGE_PART(object)) return cgmime_message;
    return GMIME_IS_MESSAGE_PARTIAL(object) || !GMIME_IS_PART(object) ? cgmime_partial : cgmime_leaf;
}

static inline int cgmime_count(GMimeObject *multipart) { return g_mime_multipart_get_count((GMimeMultipart *)multipart); }
static inline GMimeObject *cgmime_child(GMimeObject *multipart, int index) {
    return g_mime_multipart_get_part((GMimeMultipart *)multipart, index);
}
static inline GMimeMessage *cgmime_inner(GMimeObject *part) {
    return g_mime_message_part_get_message((GMimeMessagePart *)part);
}
static inline const char *cgmime_file_name(GMimeObject *part) { return g_mime_part_get_filename((GMimePart *)part); }

/// The address of the first sender that is one person's; NULL where there is none. Lives as long as the message.
static inline const char *cgmime_sender(GMimeMessage *message) {
    InternetAddressList *list = g_mime_message_get_from(message);
    InternetAddress *first = list ? internet_address_list_get_address(list, 0) : NULL;
    return first && INTERNET_ADDRESS_IS_MAILBOX(first)
        ? internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(first)) : NULL;
}

/// Writes what a leaf holds, decoded; the number of bytes, or -1. `stream` stays the caller's.
static inline gint64 cgmime_write(GMimeObject *leaf, GMimeStream *stream) {
    GMimeDataWrapper *content = g_mime_part_get_content((GMimePart *)leaf);
    return content ? g_mime_data_wrapper_write_to_stream(content, stream) : 0;
}

static inline GMimeMessage *cgmime_parse(GMimeStream *stream) {
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
    g_object_unref(parser);
    return message;
}

static inline void cgmime_free(void *object) { g_object_unref(object); }

static inline const unsigned char *cgmime_bytes(GMimeStream *memory, size_t *count) {
    GByteArray *array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory));
    *count = array ? array->len : 0;
    return array ? array->data : NULL;
}
