/* Requests from nginx by FastCGI on the socket handed over as descriptor
 * 0; one at a time, as many as the configuration says, then the process
 * ends and its supervisor starts a fresh one. */
#include <fcgiapp.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/log.h"
#include "web/web.h"

/* Over the largest body_max of any page; nginx refuses sooner. */
#define BODY_MAX (1024 * 1024)

static const char *
status_words(int status)
{
	switch (status) {
	case 200:
		return "OK";
	case 303:
		return "See Other";
	case 400:
		return "Bad Request";
	case 401:
		return "Unauthorized";
	case 403:
		return "Forbidden";
	case 404:
		return "Not Found";
	case 405:
		return "Method Not Allowed";
	case 409:
		return "Conflict";
	case 413:
		return "Content Too Large";
	case 415:
		return "Unsupported Media Type";
	case 421:
		return "Misdirected Request";
	case 422:
		return "Unprocessable Content";
	case 429:
		return "Too Many Requests";
	case 503:
		return "Service Unavailable";
	default:
		return "Internal Server Error";
	}
}

static void
send(FCGX_Request *fc, const struct reply *r, bool head)
{
	FCGX_FPrintF(fc->out,
		"Status: %d %s\r\nContent-Type: %s\r\n"
		"Content-Length: %lld\r\n"
		"Cache-Control: no-store\r\n",
		r->status, status_words(r->status), r->type,
		(long long)r->body_len);
	for (size_t i = 0; i < r->headers.n; i++)
		FCGX_FPrintF(fc->out, "%s: %s\r\n", r->headers.v[i].name,
			r->headers.v[i].value);
	FCGX_PutS("\r\n", fc->out);
	if (!head)
		FCGX_PutStr(r->body, (int)r->body_len, fc->out);
}

/* The body, or NULL when it is shorter or longer than was announced. */
static char *
read_body(FCGX_Request *fc, const char *length, size_t *n)
{
	long want = length != NULL ? strtol(length, NULL, 10) : 0;
	char *body;

	*n = 0;
	if (want < 0 || want > BODY_MAX)
		return NULL;
	body = malloc((size_t)want + 1);
	if (body == NULL)
		return NULL;
	*n = (size_t)FCGX_GetStr(body, (int)want, fc->in);
	body[*n] = '\0';
	if (*n == (size_t)want)
		return body;
	free(body);
	return NULL;
}

/* The path as it was sent, still encoded: it is decoded once, segment by
 * segment, when a route is looked for. nginx's own reading of it would have
 * turned %2f into a slash. */
static char *
raw_path(FCGX_Request *fc)
{
	const char *uri = FCGX_GetParam("REQUEST_URI", fc->envp);

	return uri != NULL ? strndup(uri, strcspn(uri, "?")) : NULL;
}

static void
answer(struct web *w, FCGX_Request *fc)
{
	char *path = raw_path(fc);
	struct reply reply = {.status = 413, .type = "text/plain", .body = ""};
	struct http_in in = {
		.method = FCGX_GetParam("REQUEST_METHOD", fc->envp),
		.path = path,
		.query = FCGX_GetParam("QUERY_STRING", fc->envp),
		.content_type = FCGX_GetParam("CONTENT_TYPE", fc->envp),
		.cookie = FCGX_GetParam("HTTP_COOKIE", fc->envp),
		.origin = FCGX_GetParam("HTTP_ORIGIN", fc->envp),
		.fetch_site = FCGX_GetParam("HTTP_SEC_FETCH_SITE", fc->envp),
		.host = FCGX_GetParam("HTTP_HOST", fc->envp),
		.address = FCGX_GetParam("REMOTE_ADDR", fc->envp),
		.agent = FCGX_GetParam("HTTP_USER_AGENT", fc->envp),
		.htmx = FCGX_GetParam("HTTP_HX_REQUEST", fc->envp),
		.authorization = FCGX_GetParam("HTTP_AUTHORIZATION", fc->envp),
		.if_none_match = FCGX_GetParam("HTTP_IF_NONE_MATCH", fc->envp),
	};
	char *body = read_body(
		fc, FCGX_GetParam("CONTENT_LENGTH", fc->envp), &in.body_len);
	bool head;

	if (in.method == NULL || in.path == NULL) {
		log_error("a request without method or path");
		free(body);
		free(path);
		return;
	}
	head = strcmp(in.method, "HEAD") == 0;
	in.body = body;
	if (body != NULL)
		web_dispatch(w, &in, &reply);
	send(fc, &reply, head);
	free(body);
	free(path);
}

int
web_serve(struct web *w)
{
	FCGX_Request fc;

	if (FCGX_Init() != 0 || FCGX_InitRequest(&fc, 0, 0) != 0) {
		log_error("no FastCGI socket on descriptor 0");
		return 1;
	}
	for (int i = 0; i < w->conf->requests_per_worker; i++) {
		if (FCGX_Accept_r(&fc) < 0)
			return 1;
		answer(w, &fc);
		FCGX_Finish_r(&fc);
	}
	return 0;
}
