"""Sends the same random requests to two registries and prints what a client would see differ.

Usage: compare_mlflow.py OURS REFERENCE REQUESTS SEED. Needs Python 3.9 or newer and no package.

Both get the same requests in the same order, each about things of its own that it made for this
comparison. Ids, names and times are masked; status, error code, the form of the JSON and its other
values are compared, and the first words of messages. An error of the reference's own making (5xx)
is counted and not compared.
"""

import collections
import json
import re
import sys
import urllib.error
import urllib.parse
import urllib.request

from compare_requests import Requests

SECONDS = 30
VOLATILE = re.compile(r".*(_time|timestamp|_timestamp_ms)|sqlstate|error_class")
RANDOM_NAME = re.compile(r"[a-z]+-[a-z]+-\d+")
MASKED = {
    "run_name", "next_page_token", "artifact_location", "artifact_uri", "root_uri", "user_id",
    "experiment_id",
}
WORDS = 24


class Side:
    """One of the two registries, with what was made on it."""

    def __init__(self, url, letter, seed):
        self.url = url.rstrip("/")
        self.prefix = "compare-%d-%s-" % (seed, letter)
        self.made = []

    def own(self, value):
        """The request as it is sent here: {"$": 3} is the id of the fourth thing made."""
        if isinstance(value, dict) and set(value) == {"$"}:
            return self.made[value["$"]]
        if isinstance(value, dict):
            return {key: self.own(one) for key, one in value.items()}
        if isinstance(value, list):
            return [self.own(one) for one in value]
        return self._text(value) if isinstance(value, str) else value

    def _text(self, text):
        text = text.replace("@@", self.prefix)
        return re.sub(r"\$(\d+)\$", lambda found: self.made[int(found.group(1))], text)

    def mask(self, text):
        for number, made in enumerate(self.made):
            if len(made) > 8:
                text = text.replace(made, "<%d>" % number)
        text = re.sub(r"\b(m-|tr-)?[0-9a-f]{32}\b", "<id>", text.replace(self.prefix, "@@"))
        return RANDOM_NAME.sub("<name>", text)

    def send(self, method, path, content):
        content = self.own(content)
        url, body = self.url + self.own(path), None
        if method == "GET":
            url += "?" + urllib.parse.urlencode(content, doseq=True)
        else:
            body = json.dumps(content).encode()
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(url, body, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=SECONDS) as answer:
                return answer.status, self._json(answer.read())
        except urllib.error.HTTPError as refused:
            return refused.code, self._json(refused.read())

    @staticmethod
    def _json(body):
        try:
            return json.loads(body)
        except ValueError:
            return {"not JSON": True}


def pointed(answer, pointer):
    for name in pointer.strip("/").split("/"):
        answer = answer.get(name) if isinstance(answer, dict) else None
    return answer


def differences(ours, theirs, at=""):
    """What differs of two masked answers; lists of pairs come in no order."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for name in sorted(set(ours) | set(theirs)):
            if VOLATILE.fullmatch(name):
                continue
            if name in MASKED and name in ours and name in theirs:
                continue
            if name not in ours or name not in theirs:
                yield "%s/%s only %s" % (at, name, "here" if name in ours else "there")
            else:
                yield from differences(ours[name], theirs[name], at + "/" + name)
    elif isinstance(ours, list) and isinstance(theirs, list):
        if len(ours) != len(theirs):
            yield "%s has %d entries here, %d there" % (at, len(ours), len(theirs))
        for one, other in zip(sorted(ours, key=repr), sorted(theirs, key=repr)):
            yield from differences(one, other, at + "[]")
    elif ours != theirs:
        yield "%s is %r here, %r there" % (at, ours, theirs)


def compared(ours, theirs):
    if ours[0] != theirs[0]:
        yield "status is %d here, %d there: %s" % (ours[0], theirs[0], json.dumps(theirs[1])[:200])
        return
    if ours[0] < 400:
        yield from differences(ours[1], theirs[1])
        return
    if ours[1].get("error_code") != theirs[1].get("error_code"):
        codes = (ours[1].get("error_code"), theirs[1].get("error_code"))
        yield "error_code is %r here, %r there" % codes
    words = [re.sub(r"\d+", "#", str(one[1].get("message", "")))[:WORDS] for one in (ours, theirs)]
    if words[0] != words[1]:
        yield "message begins %r here, %r there" % tuple(words)


def main():
    count, seed = int(sys.argv[3]), int(sys.argv[4])
    ours, theirs = Side(sys.argv[1], "a", seed), Side(sys.argv[2], "b", seed)
    requests, found, faults = Requests(seed), collections.Counter(), 0
    for number in range(count):
        method, path, content, makes = requests.next()
        answers = [side.send(method, path, content) for side in (ours, theirs)]
        if answers[1][0] >= 500 > answers[0][0]:
            faults += 1
            continue
        ids = [pointed(answer[1], makes[1]) for answer in answers] if makes else [None, None]
        if all(isinstance(one, str) and one for one in ids):
            ours.made.append(ids[0])
            theirs.made.append(ids[1])
            requests.note(makes[0], len(ours.made) - 1)
        masked = [
            (answer[0], json.loads(side.mask(json.dumps(answer[1], ensure_ascii=False))))
            for side, answer in zip((ours, theirs), answers)
        ]
        for difference in compared(*masked):
            sign = "%s %s: %s" % (method, re.sub(r"\$\d+\$", "{id}", path), difference)
            found[sign] += 1
            if found[sign] == 1:
                print("%s\n    request %d: %s" % (sign, number, json.dumps(content)[:300]))
    print(
        "%d requests, seed %d: %d differences of %d kinds; the reference failed %d times"
        % (count, seed, sum(found.values()), len(found), faults)
    )
    sys.exit(1 if found else 0)


main()
