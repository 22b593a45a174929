"""A file as it is written: lines of XML."""
from xml.sax.saxutils import escape


class Page:
    """Lines of XML, indented by their depth."""

    def __init__(self, kind, /, **attributes):
        self.kind = kind
        self.lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<{kind} xmlns="urn:yinfa:{kind}"{self.written(attributes)}>']
        self.depth = 1

    @staticmethod
    def written(attributes):
        return "".join(f' {name.replace("_", "-")}="{escape(str(value))}"' for name, value in attributes.items())

    def element(self, tag, text=None, /, **attributes):
        start = "  " * self.depth + f"<{tag}{self.written(attributes)}"
        self.lines.append(start + ("/>" if text is None else f">{escape(str(text))}</{tag}>"))

    def open(self, tag, /, **attributes):
        self.lines.append("  " * self.depth + f"<{tag}{self.written(attributes)}>")
        self.depth += 1

    def close(self, name):
        self.depth -= 1
        self.lines.append("  " * self.depth + f"</{name}>")

    def write(self, path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join([*self.lines, f"</{self.kind}>"]) + "\n", encoding="utf-8")
