#ifndef API_API_H
#define API_API_H

struct gate;
struct page;

extern const struct gate api_gate;
extern const struct page *const api_pages[];

#endif
