"""What an editor proposes while somebody writes a board's file: asks the Tombi language server, as an editor would."""

import json
import pathlib
import subprocess
import sys
import time

ROOT = pathlib.Path.cwd()

# The cursor stands at the bar; each of these words must be proposed.
SITUATIONS = [
    ('name = "Sample"\n|\n', ["body", "checked", "confidence", "source", "duty", "change", "credential"]),
    ("confidence = |\n", ['"low"', '"medium"', '"high"']),
    ('[[credential]]\nid = "a"\nkind = |\n', ['"license"', '"registration"']),
    (
        '[[credential]]\nid = "a"\n[[credential.renewal]]\nid = "v"\n[[credential.renewal.requirement]]\n|\n',
        ["minimum", "maximum_share", "counts", "applies_if", "except"],
    ),
    (
        '[[credential]]\nid = "a"\n[[credential.renewal]]\nid = "v"\n[[credential.renewal.requirement]]\ncounts = { | }\n',
        ["kinds", "topics", "law_of"],
    ),
    ('[[duty]]\nid = "immunization"\nallowed = |\n', ['"yes"', '"conditions"', '"no"', '"unknown"']),
]


class Server:
    def __init__(self, program):
        self.process = subprocess.Popen(
            [program, "lsp", "--offline"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.asked = 0
        folder = {"uri": ROOT.as_uri(), "name": "rung"}
        self.ask("initialize", {"processId": None, "rootUri": folder["uri"], "capabilities": {}, "workspaceFolders": [folder]})
        self.tell("initialized", {})

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def receive(self):
        length = 0
        while line := self.process.stdout.readline().strip():
            name, value = line.split(b":")
            if name.lower() == b"content-length":
                length = int(value)
        return json.loads(self.process.stdout.read(length))

    def tell(self, method, params):
        self.send({"method": method, "params": params})

    def ask(self, method, params):
        self.asked += 1
        self.send({"id": self.asked, "method": method, "params": params})
        while True:
            message = self.receive()
            if "method" not in message and message.get("id") == self.asked:
                return message["result"]
            if "method" in message and "id" in message:
                self.send({"id": message["id"], "result": None})

    def open(self, name, text):
        uri = (ROOT / "catalog/jurisdictions" / name).as_uri()
        document = {"uri": uri, "languageId": "toml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def proposals(self, uri, line, character):
        at = {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}
        answer = self.ask("textDocument/completion", at)
        items = answer["items"] if isinstance(answer, dict) else answer or []
        return {item["label"] for item in items}


def lacking(server, number, text, words):
    """The words that are not proposed at the bar. The server reads what was opened in its own time: ask again for a while."""
    before, after = text.split("|")
    uri = server.open(f"zz{number}.toml", before + after)
    for _ in range(50):
        proposed = server.proposals(uri, before.count("\n"), len(before.rsplit("\n", 1)[-1]))
        if proposed.issuperset(words):
            return []
        time.sleep(0.1)
    return [f"{text!r}: {word} is not proposed" for word in words if word not in proposed]


def main():
    server = Server(sys.argv[1])
    faults = [fault for n, (text, words) in enumerate(SITUATIONS) for fault in lacking(server, n, text, words)]
    server.process.kill()
    print("\n".join(faults) or f"an editor proposes what it should in {len(SITUATIONS)} situations")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
