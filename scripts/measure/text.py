"""How far a text that was read is from the one that is printed."""

import re
from collections import Counter
from collections.abc import Sequence

HYPHENATED = re.compile(r"(?<=\w)-[ ]*\n\s*(?=[a-zäöüß])")


def joined(text: str) -> str:
    """The text with words that a line end parts made whole, and one space between words."""
    return " ".join(HYPHENATED.sub("", text).split())


def distance(a: Sequence, b: Sequence) -> int:
    """Levenshtein's distance between two texts, or two lists of words.

    A column of the table is two numbers of len(a) bits (Hyyrö, A bit-vector algorithm for computing Levenshtein and
    Damerau edit distances, 2003): pages of thousands of characters take milliseconds.
    """
    if not a or not b:
        return len(a) + len(b)
    places: dict = {}
    for index, item in enumerate(a):
        places[item] = places.get(item, 0) | 1 << index
    whole, last = (1 << len(a)) - 1, 1 << len(a) - 1
    up, down, edits = whole, 0, len(a)
    for item in b:
        same = places.get(item, 0)
        diagonal = (((same & up) + up) ^ up) | same | down
        right, left = down | ~(diagonal | up) & whole, up & diagonal
        edits += bool(right & last) - bool(left & last)
        right, left = right << 1 | 1, left << 1
        up, down = (left | ~(diagonal | right)) & whole, right & diagonal
    return edits


def unordered_distance(truth: list[str], read: list[str]) -> int:
    """Characters to change so that `read` says the same words as `truth`, in any order."""
    missing, extra = Counter(truth) - Counter(read), Counter(read) - Counter(truth)
    left, right = sorted(missing.elements()), sorted(extra.elements())
    pairs = sorted(
        (distance(a, b) / max(len(a), len(b)), i, j) for i, a in enumerate(left) for j, b in enumerate(right)
    )
    total, free_left, free_right = 0, set(range(len(left))), set(range(len(right)))
    for share, i, j in pairs:
        if share < 1 and i in free_left and j in free_right:
            total += round(share * max(len(left[i]), len(right[j])))
            free_left.remove(i)
            free_right.remove(j)
    return total + sum(len(left[i]) for i in free_left) + sum(len(right[j]) for j in free_right)


def missing_words(truth: list[str], read: list[str]) -> int:
    """Printed words that were not read just so."""
    return sum((Counter(truth) - Counter(read)).values())
