// The one C++ file: a thin shim over ctemplate that lets no exception out.
#include <cstdio>
#include <cstdint>
#include <cstring>
#include <list>
#include <new>
#include <set>
#include <string>

#include <ctemplate/template.h>

extern "C" {
#include "base/arena.h"
#include "base/words.h"
}
#include "tpl/tpl.h"

using ctemplate::StaticTemplateString;
using ctemplate::TemplateDictionary;
using ctemplate::TemplateString;

// A row or part borrows its dictionary from its parent; the root owns one.
// The root also carries what every part of the page shares.
struct tpl {
	TemplateDictionary *dict;
	tpl *root;
	std::string lang, key, out;
	std::list<tpl> children;
	bool bad;
};

namespace {

std::string root_dir;
std::set<std::string> loaded;

struct language {
	std::string lang;
	const struct words *words;
};
std::list<language> languages;

const struct words *
words_of(const std::string &lang)
{
	for (const language &l : languages)
		if (l.lang == lang)
			return l.words;
	return nullptr;
}

bool
read_file(const std::string &path, std::string *out)
{
	char buf[8192];
	FILE *f = std::fopen(path.c_str(), "r");

	if (f == nullptr)
		return false;
	for (size_t n; (n = std::fread(buf, 1, sizeof(buf), f)) > 0;)
		out->append(buf, n);
	bool good = !std::ferror(f);
	std::fclose(f);
	return good;
}

// [[Text]] becomes its translation, with runs of white space as one blank
// so that a line break in the template is not part of the text's name.
std::string
translate(const std::string &in, const struct words *words)
{
	std::string out;
	size_t at = 0, open, close;

	while ((open = in.find("[[", at)) != std::string::npos &&
		(close = in.find("]]", open)) != std::string::npos) {
		std::string text;

		out.append(in, at, open - at);
		for (size_t i = open + 2; i < close; i++) {
			bool blank = std::strchr(" \t\r\n", in[i]) != nullptr;

			if (!blank)
				text += in[i];
			else if (!text.empty() && text.back() != ' ')
				text += ' ';
		}
		out += words_tr(words, text.c_str());
		at = close + 2;
	}
	return out.append(in, at, std::string::npos);
}

// Templates are kept under "LANGUAGE:FILE", translated once.
bool
load(const std::string &key, const std::string &file, const std::string &lang)
{
	std::string text;

	if (loaded.count(key) != 0)
		return true;
	if (!read_file(root_dir + "/" + file, &text))
		return false;
	if (!ctemplate::StringToTemplateCache(key,
		    translate(text, words_of(lang)),
		    ctemplate::STRIP_BLANK_LINES))
		return false;
	loaded.insert(key);
	return true;
}

// The library knows a name by a number that it works out, and looks up, at
// each use. Names are literals of ours: each address is looked up once.
const size_t NAMES = 4096; // a power of two
struct {
	const char *at;
	StaticTemplateString name;
} names[NAMES];
size_t names_used;

TemplateString
known(const char *name)
{
	size_t i = (reinterpret_cast<uintptr_t>(name) * 0x9e3779b97f4a7c15) >>
		   32;

	for (;; i++) {
		auto &slot = names[i % NAMES];
		auto &kept = slot.name.do_not_use_directly_;

		if (slot.at == name) {
			if (std::strcmp(kept.ptr_, name) == 0)
				return TemplateString(slot.name);
			break; // no literal: what stood there has changed
		}
		if (slot.at != nullptr)
			continue;
		if (names_used > NAMES / 2)
			break;
		if ((kept.ptr_ = strdup(name)) == nullptr)
			throw std::bad_alloc();
		kept.length_ = std::strlen(name);
		ctemplate::StaticTemplateStringInitializer give_id(&slot.name);
		names_used++;
		slot.at = name;
		return TemplateString(slot.name);
	}
	return TemplateString(name, std::strlen(name));
}

template <typename F>
void
guard(tpl *t, F f)
{
	if (t == nullptr || t->root->bad)
		return;
	try {
		f();
	} catch (...) {
		t->root->bad = true;
	}
}

// Where a row or part could not be made, values go to the parent instead
// of nowhere; the page is lost anyway, and the caller need not look.
tpl *
child(tpl *t, TemplateDictionary *dict, const std::string &key)
{
	t->children.push_back(
		tpl{dict, t->root, t->root->lang, key, "", {}, false});
	return &t->children.back();
}

} // namespace

extern "C" int
tpl_start(const char *dir)
{
	try {
		root_dir = dir;
		loaded.clear();
		ctemplate::mutable_default_template_cache()->ClearCache();
		return 0;
	} catch (...) {
		return -1;
	}
}

extern "C" int
tpl_language(const char *lang, const struct words *words)
{
	try {
		languages.push_back(language{lang, words});
		return 0;
	} catch (...) {
		return -1;
	}
}

extern "C" void
tpl_stop(void)
{
	languages.clear();
	loaded.clear();
	ctemplate::mutable_default_template_cache()->ClearCache();
}

extern "C" tpl *
tpl_new(const char *file, const char *lang)
{
	try {
		std::string key = std::string(lang) + ":" + file;
		tpl *t = new tpl{nullptr, nullptr, lang, key, "", {}, false};

		t->root = t;
		t->dict = new TemplateDictionary(key);
		if (!load(key, file, lang)) {
			std::fprintf(
				stderr, "template %s cannot be read\n", file);
			t->bad = true;
		}
		return t;
	} catch (...) {
		return nullptr;
	}
}

extern "C" void
tpl_free(tpl *t)
{
	if (t == nullptr)
		return;
	if (t->root == t)
		delete t->dict;
	delete t;
}

extern "C" void
tpl_text(tpl *t, const char *name, const char *value)
{
	guard(t, [&] {
		t->dict->SetValueWithoutCopy(known(name),
			TemplateString(value, std::strlen(value)));
	});
}

extern "C" void
tpl_int(tpl *t, const char *name, int64_t v)
{
	guard(t, [&] { t->dict->SetValue(known(name), std::to_string(v)); });
}

extern "C" void
tpl_show_if(tpl *t, const char *section, bool yes)
{
	if (yes)
		guard(t, [&] { t->dict->ShowSection(known(section)); });
}

extern "C" tpl *
tpl_row(tpl *t, const char *section)
{
	tpl *row = t;

	guard(t, [&] {
		row = child(t, t->dict->AddSectionDictionary(known(section)),
			t->key);
	});
	return row;
}

extern "C" tpl *
tpl_part(tpl *t, const char *marker, const char *file)
{
	tpl *part = t;

	guard(t, [&] {
		std::string key = t->root->lang + ":" + file;

		if (!load(key, file, t->root->lang)) {
			std::fprintf(
				stderr, "template %s cannot be read\n", file);
			t->root->bad = true;
			return;
		}
		part = child(t, t->dict->AddIncludeDictionary(known(marker)), key);
		part->dict->SetFilename(key);
	});
	return part;
}

extern "C" void
tpl_global(tpl *t, const char *name, const char *value)
{
	guard(t, [&] {
		t->root->dict->SetTemplateGlobalValueWithoutCopy(name, value);
	});
}

extern "C" const char *
tpl_expand(tpl *t, size_t *n)
{
	try {
		t->out.clear();
		if (t->root->bad ||
			!ctemplate::ExpandTemplate(t->key,
				ctemplate::STRIP_BLANK_LINES, t->dict, &t->out))
			return nullptr;
		*n = t->out.size();
		return t->out.c_str();
	} catch (...) {
		return nullptr;
	}
}

extern "C" char *
tpl_dump(tpl *t, struct arena *a)
{
	char *copy = nullptr;
	std::string *out = nullptr;

	try {
		out = new std::string;
		t->dict->DumpToString(out);
	} catch (...) {
	}
	// The arena may jump out of here, over no object but this string.
	if (out != nullptr)
		copy = arena_strdup(a, out->c_str());
	delete out;
	return copy;
}
