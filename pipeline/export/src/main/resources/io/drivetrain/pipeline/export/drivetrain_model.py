"""Opens a Drivetrain model in Python, as MLflow's python_function flavour.

Part of the model itself: it reads schema.json, encoder.json and the estimator's file, and predicts
what Drivetrain predicts. Needs numpy, pandas and PyYAML only, which come with MLflow.
"""

import datetime
import decimal
import hashlib
import json
import math
import os
import re
import struct
import unicodedata

import numpy as np
import pandas as pd
import yaml

_LEAF = 0xFFFF
_LONGEST_NUMBER = 64
_LONGEST_CATEGORY = 200
_CELLS_AT_ONCE = 1 << 21
_NAMED_ISSUES = 5

_SPACE = "[ \u00a0\u2007\u2009\u202f]"
_UNSIGNED = r"(?:\d{1,3}(?:" + _SPACE + r"\d{3})+|\d+)(?:[.,]\d+)?"
_NUMBER = re.compile(r"[+-]?" + _UNSIGNED + r"(?:[eE][+-]?\d{1,3})?", re.ASCII)
_RANGE = re.compile("(" + _UNSIGNED + r")\s*[-\u2013]\s*(" + _UNSIGNED + ")", re.ASCII)
_COMMA_OR_GROUP = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}", re.ASCII)
_POINT_OR_GROUP = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}", re.ASCII)
_POINT_GROUPS = re.compile(r"[+-]?\d{1,3}(?:(?:\.\d{3}){2,}|(?:\.\d{3})+,\d+)", re.ASCII)
_COMMA_GROUPS = re.compile(r"[+-]?\d{1,3}(?:(?:,\d{3}){2,}|(?:,\d{3})+\.\d+)", re.ASCII)
_SPACES = re.compile("[ \t\n\x0b\f\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_SPELLINGS = {
    "mad": ["dh", "dhs", "dirham", "dirhams", "\u062f.\u0645.", "\u062f\u0631\u0647\u0645"],
    "eur": ["\u20ac", "euro", "euros"],
    "usd": ["$", "us$", "dollar", "dollars"],
    "gbp": ["\u00a3", "pound", "pounds"],
    "km": ["kms", "kilometre", "kilometres", "kilometers", "kilom\u00e8tres"],
    "m2": ["m\u00b2", "sqm"],
    "m\u00b2": ["m2", "sqm"],
}
_CURRENCIES = ("mad", "eur", "usd", "gbp")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_YES = {"true", "yes", "vrai", "oui", "1"}
_NO = {"false", "no", "faux", "non", "0"}


def _load_pyfunc(path):
    """What MLflow calls: the model in the directory of the artifact."""
    return Model(path)


class Refused(ValueError):
    """A value that the model does not take."""


class Model:
    """A trained model; predict() takes a data frame of raw columns."""

    def __init__(self, path):
        files = _Files(path)
        schema = files.json("schema.json")
        encoder = files.json("encoder.json")
        self._target = schema["target"]
        self._missing = set(schema["missing"])
        self._features = [_feature(feature) for feature in schema["features"]]
        names = {feature.name: feature for feature in self._features}
        self._columns = [_column(column, names) for column in encoder["columns"]]
        self._log = encoder["target"] == "log"
        flavor = files.flavor()
        self._classes = flavor.get("classes")
        self._calibration = files.json("calibration.json") if flavor.get("calibrated") else None
        file, estimator = _ESTIMATORS[flavor["estimator"]]
        self._estimator = estimator(files.bytes(file))

    def predict(self, model_input, params=None):
        """One prediction for each row: a number in the target's unit, or the label of a class.

        The columns bear the names of the model's signature, or the headers of the training data.
        None, NaN, NaT and empty texts are missing values. Raises ValueError naming row and column.
        """
        scores = self.scores(model_input)
        if self._classes is not None:
            best = np.argmax(self._calibrated(scores), axis=1)
            return np.array(self._classes, dtype=object)[best]
        return np.exp(scores[:, 0]) if self._log else scores[:, 0]

    def predict_proba(self, model_input):
        """For each row the probabilities of the classes, in the order of the model."""
        if self._classes is None:
            raise ValueError("The model predicts a number, it has no classes.")
        scores = self._calibrated(self.scores(model_input))
        weights = np.exp(scores - scores.max(axis=1, keepdims=True))
        return pd.DataFrame(weights / weights.sum(axis=1, keepdims=True), columns=self._classes)

    def _calibrated(self, scores):
        if scores.shape[1] < len(self._classes):
            # Of two classes the second alone has a score, against the first.
            scores = np.concatenate((np.zeros_like(scores), scores), axis=1)
        if self._calibration is None:
            return scores
        slopes, intercepts = self._calibration["slopes"], self._calibration["intercepts"]
        return scores * np.array(slopes) + np.array(intercepts)

    def scores(self, model_input):
        """What the estimator says, on the scale of learning: an array [row, output]."""
        return self._estimator.scores(self.encode(model_input))

    def encode(self, model_input):
        """The inputs of the estimator, as model.onnx takes them: an array [row, column]."""
        frame = _frame(model_input)
        values = self._read(frame)
        parts = [np.asarray(column(values), dtype=float) for column in self._columns]
        wide = [part if part.ndim == 2 else part[:, np.newaxis] for part in parts]
        return np.concatenate(wide, axis=1)

    def _read(self, frame):
        places = self._places(frame)
        values = {}
        issues = []
        for feature in self._features:
            at = places.get(feature.name)
            cells = [None] * len(frame) if at is None else frame.iloc[:, at].tolist()
            values[feature.name] = self._read_column(feature, cells, issues)
        for feature in self._features:
            if feature.parent in values:
                feature.check_parents(values[feature.name], values[feature.parent], issues)
        if issues:
            issues.sort(key=lambda issue: issue[0])
            more = len(issues) - _NAMED_ISSUES
            lines = ["row %d, %s" % issue for issue in issues[:_NAMED_ISSUES]]
            if more > 0:
                lines.append("and %d more" % more)
            raise ValueError("The model cannot use these rows: " + "; ".join(lines))
        return values

    def _places(self, frame):
        known = {}
        for feature in self._features:
            known[feature.name] = feature.name
            known[feature.source] = feature.name
        ignored = {self._target["name"], self._target["source"]}
        places = {}
        for at, column in enumerate(frame.columns):
            header = column if column in known else _clean(str(column))
            if header in ignored:
                continue
            if header not in known:
                raise ValueError(
                    "Column %r is not known to the model; known: %s"
                    % (column, ", ".join(feature.name for feature in self._features))
                )
            if known[header] in places:
                raise ValueError("Column %r is given twice; keep one." % known[header])
            places[known[header]] = at
        return places

    def _read_column(self, feature, cells, issues):
        seen = {}
        values = []
        for row, raw in enumerate(cells):
            key = (type(raw), raw)
            try:
                if key not in seen:
                    seen[key] = self._read_cell(feature, raw)
                values.append(seen[key])
            except (Refused, TypeError, OverflowError) as refused:
                reason = str(refused) if isinstance(refused, Refused) else "is no value of its type"
                issues.append((row, "%s: %s" % (feature.name, reason)))
                values.append(None)
        return values

    def _read_cell(self, feature, raw):
        if isinstance(raw, str):
            raw = _clean(raw)
        if _is_missing(raw) or isinstance(raw, str) and (raw == "" or self._is_nothing(feature, raw)):
            if feature.required:
                raise Refused("is required")
            return None
        return feature.read(raw)

    def _is_nothing(self, feature, text):
        return text in self._missing and not feature.is_value(text)


class _Files:
    """The files of the model, each checked against SHA256SUMS before it is used."""

    def __init__(self, path):
        self._path = path
        with open(os.path.join(path, "SHA256SUMS"), encoding="ascii") as sums:
            self._hashes = dict(reversed(line.split(None, 1)) for line in sums.read().splitlines())

    def flavor(self):
        # Unchecked: MLflow's tools may write this file anew.
        with open(os.path.join(self._path, "MLmodel"), encoding="utf-8") as file:
            return yaml.safe_load(file)["flavors"]["drivetrain"]

    def bytes(self, name):
        with open(os.path.join(self._path, name), "rb") as file:
            content = file.read()
        if hashlib.sha256(content).hexdigest() != self._hashes[name]:
            raise ValueError(name + " is damaged: fetch the model again.")
        return content

    def json(self, name):
        return json.loads(self.bytes(name).decode("utf-8"))


def _frame(model_input):
    if isinstance(model_input, pd.DataFrame):
        return model_input
    return pd.DataFrame([model_input] if isinstance(model_input, dict) else model_input)


def _is_missing(raw):
    return raw is None or raw is pd.NA or raw is pd.NaT or isinstance(raw, float) and raw != raw


def _clean(text):
    start, end = 0, len(text)
    while start < end and _is_blank(text[start]):
        start += 1
    while end > start and _is_blank(text[end - 1]):
        end -= 1
    return unicodedata.normalize("NFC", text[start:end])


def _is_blank(character):
    return character <= " " or unicodedata.category(character) in ("Zs", "Zl", "Zp")


def _length(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _fold(text):
    return _SPACES.sub(" ", text.lower())


def _letters(text):
    """A name as people mean it: letters, digits and plus signs, no case, no accents."""
    parted = unicodedata.normalize("NFD", text).lower()
    return "".join(one for one in parted if one == "+" or unicodedata.category(one)[0] in "LN")


def _spellings(units):
    words = [word for unit in units if unit for word in [unit] + _SPELLINGS.get(unit, [])]
    return sorted(words, key=lambda word: (-len(word), word))


def _without(text, spellings):
    """The text without a unit before or behind it."""
    if not text or (text[0] in "+-0123456789" and text[-1] in "0123456789"):
        return text
    lower = text.lower()
    if len(lower) != len(text):
        return text
    for spelling in spellings:
        if lower.endswith(spelling):
            return _clean(text[: len(text) - len(spelling)])
        if lower.startswith(spelling):
            return _clean(text[len(spelling) :])
    return text


def _number(text):
    if len(text) > _LONGEST_NUMBER:
        return None
    if _POINT_GROUPS.fullmatch(text):
        text = text.replace(".", "")
    elif _COMMA_GROUPS.fullmatch(text):
        text = text.replace(",", "")
    elif not _NUMBER.fullmatch(text) or _COMMA_OR_GROUP.fullmatch(text):
        return None
    value = float(re.sub(_SPACE, "", text).replace(",", "."))
    return value if math.isfinite(value) else None


def _midpoint(text):
    found = _RANGE.fullmatch(text)
    if len(text) > _LONGEST_NUMBER or not found:
        return None
    low, high = _number(found.group(1)), _number(found.group(2))
    return None if low is None or high is None or low > high else (low + high) / 2


def _plain(value):
    text = format(decimal.Decimal(repr(float(value))), "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def _is_number(raw):
    return isinstance(raw, (int, float, np.integer, np.floating)) and not isinstance(raw, bool)


class _Feature:
    def __init__(self, state):
        self.name = state["name"]
        self.source = state["source"]
        self.required = state["required"]
        self.parent = state.get("parent")
        self.state = state

    def check_parents(self, values, parents, issues):
        pass

    def is_value(self, text):
        """Whether a text that usually means nothing is a value of this feature."""
        return False


class _Numeric(_Feature):
    def __init__(self, state):
        super().__init__(state)
        unit = (state["unit"] or "").strip().lower()
        self._units = _spellings([unit])
        self._foreign = (
            _spellings([one for one in _CURRENCIES if one != unit]) if unit in _CURRENCIES else []
        )

    def read(self, raw):
        number = self._number(raw)
        if number is None:
            raise Refused("%r is not a number" % (raw,))
        if self.state["integer"] and number != round(number):
            raise Refused("%r is not a whole number" % (raw,))
        if not self.state["min"] <= number <= self.state["max"]:
            raise Refused(
                "%r is out of range; accepted: %s .. %s"
                % (raw, _plain(self.state["min"]), _plain(self.state["max"]))
            )
        return number + 0.0

    def _number(self, raw):
        if _is_number(raw):
            return float(raw) if math.isfinite(raw) else None
        return self._parse(self._bare(raw)) if isinstance(raw, str) else None

    def _bare(self, text):
        bare = _without(text, self._units)
        return _without(text, self._foreign) if bare == text else bare

    def _parse(self, text):
        integer = self.state["integer"]
        number = None if integer and _POINT_OR_GROUP.fullmatch(text) else _number(text)
        if number is not None or not self.state["ranges"]:
            return number
        midpoint = _midpoint(text)
        return math.floor(midpoint + 0.5) if integer and midpoint is not None else midpoint

    def as_number(self, value):
        return value

    as_year = as_number


class _Categorical(_Feature):
    def __init__(self, state):
        super().__init__(state)
        self._known = set(state["values"])
        self._by_parent = {key: set(values) for key, values in state["valuesByParent"].items()}
        self._any_case = {}
        for value in state["values"]:
            self._any_case.setdefault(_fold(value), value)
        self._by_letters = {}
        for value in state["values"]:
            self._by_letters.setdefault(_letters(value), []).append(value)
        self._other_names = {_letters(a): value for a, value in state.get("aliases", {}).items()}
        for value, label in state.get("valueLabels", {}).items():
            self._other_names.setdefault(_letters(label["fr"]), value)
            self._other_names.setdefault(_letters(label["en"]), value)

    def is_value(self, text):
        return text in self._known

    def read(self, raw):
        if _is_number(raw) and math.isfinite(raw):
            raw = _plain(raw)
        if not isinstance(raw, str):
            raise Refused("%r is not a text" % (raw,))
        if _length(raw) > _LONGEST_CATEGORY:
            raise Refused("is longer than %d characters" % _LONGEST_CATEGORY)
        value = self._named(raw)
        if self._known and value not in self._known and not self.state["open"]:
            raise Refused("%r is not in the list" % raw)
        return value

    def _named(self, text):
        """The value that has this name; the text itself when none or several have it."""
        value = text if text in self._known else self._any_case.get(_fold(text))
        if value is not None:
            return value
        letters = _letters(text)
        same = self._by_letters.get(letters, []) if letters else []
        if same:
            return same[0] if len(same) == 1 else text
        return self._other_names.get(letters, text)

    def check_parents(self, values, parents, issues):
        if self.state["open"]:
            return
        for row, (value, parent) in enumerate(zip(values, parents)):
            allowed = self._by_parent.get(parent)
            if allowed is not None and value in self._known and value not in allowed:
                issues.append((row, "%s: %r does not go with %r" % (self.name, value, parent)))

    def as_group(self, value):
        return value


class _Boolean(_Feature):
    def read(self, raw):
        if isinstance(raw, (bool, np.bool_)):
            return bool(raw)
        # pandas makes floats of whole numbers as soon as one of them is missing.
        word = _plain(raw) if _is_number(raw) and math.isfinite(raw) else str(raw).lower()
        if word in _YES:
            return True
        if word in _NO:
            return False
        raise Refused("%r is neither yes nor no" % (raw,))

    def as_number(self, value):
        return 1.0 if value else 0.0

    def as_group(self, value):
        return "true" if value else "false"


class _Date(_Feature):
    _EPOCH = datetime.date(1970, 1, 1).toordinal()

    def read(self, raw):
        day = self._day(raw)
        if not self.state["min"] <= day.isoformat() <= self.state["max"]:
            raise Refused(
                "%s is out of range; accepted: %s .. %s"
                % (day, self.state["min"], self.state["max"])
            )
        return day

    def _day(self, raw):
        if isinstance(raw, datetime.datetime):
            return raw.date()
        if isinstance(raw, datetime.date):
            return raw
        try:
            if isinstance(raw, str) and _DAY.fullmatch(raw):
                return datetime.date.fromisoformat(raw)
        except ValueError:
            pass
        raise Refused("%r is not a day" % (raw,))

    def as_number(self, value):
        return float(value.toordinal() - self._EPOCH)

    def as_year(self, value):
        first = datetime.date(value.year, 1, 1).toordinal()
        days = datetime.date(value.year, 12, 31).toordinal() - first + 1
        return value.year + (value.toordinal() - first) / days


class _Text(_Feature):
    def read(self, raw):
        if not isinstance(raw, str):
            raise Refused("%r is not a text" % (raw,))
        if _length(raw) > self.state["maxLength"]:
            raise Refused("is longer than %d characters" % self.state["maxLength"])
        return raw


_FEATURES = {
    "numeric": _Numeric,
    "categorical": _Categorical,
    "boolean": _Boolean,
    "date": _Date,
    "text": _Text,
}


def _feature(state):
    return _FEATURES[state["type"]](state)


def _column(state, features):
    """A function from the values by feature to one input of the estimator."""
    return _COLUMNS[state["type"]](state, features)


def _mapped(name, present, missing):
    return lambda values: [missing if v is None else present(v) for v in values[name]]


def _number_column(state, features):
    name = state["feature"]
    return _mapped(name, features[name].as_number, state["fill"])


def _age_column(state, features):
    name, reference = state["feature"], state["reference"]
    year = features[name].as_year
    return _mapped(name, lambda value: reference - year(value), state["fill"])


def _levels_column(state, features):
    codes = {level: float(code) for code, level in enumerate(state["levels"])}
    unseen = state["unseen"]
    return _mapped(state["feature"], lambda value: codes.get(value, unseen), state["missing"])


def _indicator_column(state, features):
    wanted = state["value"]
    return _mapped(state["feature"], lambda value: 1.0 if value == wanted else 0.0, 0.0)


def _missing_column(state, features):
    return _mapped(state["feature"], lambda value: 0.0, 1.0)


def _target_mean_column(state, features):
    names = state["features"]

    def mean(row):
        node = state["means"]
        for name, value in zip(names, row):
            group = None if value is None else features[name].as_group(value)
            inner = node["missing"] if group is None else node["children"].get(group)
            if inner is None:
                break
            node = inner
        return node["mean"]

    return lambda values: [mean(row) for row in zip(*(values[name] for name in names))]


def _words(text):
    """Runs of letters and digits, in lower case."""
    word = ""
    for character in text.lower():
        if unicodedata.category(character) in ("Lu", "Ll", "Lt", "Lm", "Lo", "Nd"):
            word += character
        elif word:
            yield word
            word = ""
    if word:
        yield word


def _terms(words, characters, length):
    if characters:
        for word in words:
            padded = " " + word + " "
            for at in range(len(padded) - length + 1):
                yield padded[at : at + length]
    else:
        for at in range(len(words) - length + 1):
            yield " ".join(words[at : at + length])


def _text_column(state, features):
    places = {term: place for place, term in enumerate(state["terms"])}
    weights = state["weights"]

    def encode(text, inputs):
        counts = {}
        words = list(_words(text))
        for length in range(state["from"], state["to"] + 1):
            for term in _terms(words, state["grams"] == "characters", length):
                if term in places:
                    counts[places[term]] = counts.get(places[term], 0) + 1
        squares = 0.0
        for place in sorted(counts):
            inputs[place] = (1 + math.log(counts[place])) * weights[place]
            squares += inputs[place] * inputs[place]
        if counts:
            inputs /= math.sqrt(squares)

    def column(values):
        inputs = np.zeros((len(values[state["feature"]]), len(weights)))
        for row, text in zip(inputs, values[state["feature"]]):
            if text is not None:
                encode(text, row)
        return inputs

    return column


_COLUMNS = {
    "text": _text_column,
    "number": _number_column,
    "age": _age_column,
    "levels": _levels_column,
    "indicator": _indicator_column,
    "target_mean": _target_mean_column,
    "missing": _missing_column,
}


class _Trees:
    """trees.bin: a header of 40 bytes, nodes of 24 bytes in preorder, and sets of categories."""

    _NODE = np.dtype(
        [("feature", "<u2"), ("kind", "<u2"), ("right", "<i4"), ("value", "<f8"), ("cover", "<f8")]
    )
    _MISSING_LEFT, _CATEGORIES = 1, 2

    def __init__(self, content):
        magic, version, combination, _, trees, count, sets, base, scale = struct.unpack_from(
            "<4sHHiiiidd", content
        )
        if magic != b"DTTF" or version not in (1, 2):
            raise ValueError("The trees are of a form that this model's code does not read.")
        nodes = np.frombuffer(content, self._NODE, count=count, offset=40)
        self._mean = combination == 1
        self._base, self._scale = base, scale
        self._leaf = nodes["feature"] == _LEAF
        self._feature = np.where(self._leaf, 0, nodes["feature"]).astype(np.intp)
        self._right = np.where(self._leaf, np.arange(len(nodes)), nodes["right"])
        self._value = nodes["value"].copy()
        self._kind = nodes["kind"].copy()
        self._members = self._read_sets(content, 40 + 24 * count, sets)
        self._set = np.where(self._kind == self._CATEGORIES, self._value, 0).astype(np.intp)
        self._roots = self._find_roots(trees)

    @staticmethod
    def _read_sets(content, offset, count):
        """Whether a category is in a set: an array [set, code], the last code in none."""
        rows = []
        for _ in range(count):
            (words,) = struct.unpack_from("<q", content, offset)
            packed = np.frombuffer(content, np.uint8, count=8 * words, offset=offset + 8)
            rows.append(np.unpackbits(packed, bitorder="little").astype(bool))
            offset += 8 + 8 * words
        members = np.zeros((count, max(map(len, rows), default=0) + 1), dtype=bool)
        for at, row in enumerate(rows):
            members[at, : len(row)] = row
        return members

    def _find_roots(self, trees):
        # A tree has one leaf more than splits: where that first holds, the next one begins.
        ends = np.cumsum(np.where(self._leaf, 1, -1))
        lasts = np.searchsorted(np.maximum.accumulate(ends), np.arange(1, trees))
        return np.concatenate(([0], lasts + 1)).astype(np.intp)

    def scores(self, inputs):
        at_once = max(1, _CELLS_AT_ONCE // len(self._roots))
        parts = [
            self._sums(inputs[start : start + at_once])
            for start in range(0, len(inputs), at_once)
        ]
        return np.concatenate(parts or [np.empty(0)]).reshape(-1, 1)

    def _sums(self, inputs):
        node = np.tile(self._roots, (len(inputs), 1))
        rows = np.arange(len(inputs))[:, None]
        while not self._leaf[node].all():
            left = self._goes_left(node, inputs[rows, self._feature[node]])
            inner = np.where(left, node + 1, self._right[node])
            node = np.where(self._leaf[node], node, inner)
        return self._combine(self._value[node])

    def _goes_left(self, node, values):
        left = values <= self._value[node]
        left |= (self._kind[node] == self._MISSING_LEFT) & np.isnan(values)
        if len(self._members):
            outside = self._members.shape[1] - 1
            known = (values > -1) & (values < outside)
            codes = np.where(known, values, outside).astype(np.intp)
            members = self._members[self._set[node], codes]
            left = np.where(self._kind[node] == self._CATEGORIES, members, left)
        return left

    def _combine(self, leaves):
        """From left to right, as Drivetrain adds: the same bits."""
        start = np.full((len(leaves), 1), 0.0 if self._mean else self._base)
        terms = leaves if self._mean else self._scale * leaves
        total = np.cumsum(np.concatenate((start, terms), axis=1), axis=1)[:, -1]
        return total / len(self._roots) if self._mean else total


class _ClassTrees:
    """class_trees.bin: a header of 12 bytes, then the trees of each class behind their length."""

    def __init__(self, content):
        magic, version, _, classes = struct.unpack_from("<4sHHi", content)
        if magic != b"DTCT" or version != 1:
            raise ValueError("The trees are of a form that this model's code does not read.")
        self._by_class = []
        offset = 12
        for _ in range(classes):
            (length,) = struct.unpack_from("<i", content, offset)
            self._by_class.append(_Trees(content[offset + 4 : offset + 4 + length]))
            offset += 4 + length

    def scores(self, inputs):
        return np.concatenate([trees.scores(inputs) for trees in self._by_class], axis=1)


class _Linear:
    """linear.bin: a header of 16 bytes, the means, then intercept and weights of each output."""

    def __init__(self, content):
        magic, version, _, columns, outputs = struct.unpack_from("<4sHHii", content)
        if magic != b"DTLM" or version != 1:
            raise ValueError("linear.bin is of a form that this model's code does not read.")
        numbers = np.frombuffer(content, "<f8", offset=16 + 8 * columns)
        rows = numbers.reshape(outputs, columns + 1)
        self._intercepts, self._weights = rows[:, 0], rows[:, 1:]

    def scores(self, inputs):
        scores = np.tile(self._intercepts, (len(inputs), 1))
        for column in range(inputs.shape[1]):
            scores += inputs[:, column : column + 1] * self._weights[:, column]
        return scores


_ESTIMATORS = {
    "trees": ("trees.bin", _Trees),
    "class_trees": ("class_trees.bin", _ClassTrees),
    "linear": ("linear.bin", _Linear),
}
