"""The turns of phrase that titles of deadlines are read from."""

import re

from chronology.model import DeadlineKind

LONGEST = 110
# How much of an endless sentence is looked at on either side of a date.
REACH = 600
ARTICLE = re.compile(
    r"^(?:(?:because|while|although|since|but|and|so|however|when|until|once),? )?"
    r"(?:(?:the|its|their|his|her|our|your|my|a|an|this|that)(?: own)?\s+)?",
    re.IGNORECASE,
)
LAST_ARTICLE = re.compile(r"\s+(?:the|a|an|its|their|his|her)(?:\s+own)?\s*$", re.IGNORECASE)
PRONOUN = re.compile(
    r"(?:it|he|she|they|we|you|which|who|whom|them|him|her|this|these|those|both|there|"
    r"(?:new|latest|second|current|old|last|first) one)\b",
    re.IGNORECASE,
)
NEGLECT = re.compile(
    r"(?:(?:do|does|did) not|(?:do|does|did)n['\u2019]t|(?:fails?|failing|failure) to)\s+", re.IGNORECASE
)
ARTICLED = re.compile(r"(?:^|\b(\w+)) ?\b((?:the|a|an|its|their|his|her)\s)", re.IGNORECASE)
LINKS = frozenset({"of", "for", "on", "in", "at", "to", "with", "between", "and", "from", "by", "or"})
INSERTED = re.compile(
    r", (?:\w+ed|signed|set|made|led|given|known|which|who|in|on|under|by|including|according)\b[^,]{2,90},"
)
AUXILIARIES = (
    r"(?:(?:previously|also|now|still|then|originally|otherwise|has|had|have|been|is|was|are|were|will|would|be|to|"
    r"due|set|scheduled|expected|must|shall|should|not)\b\s*)*"
)
RELATIVE = re.compile(rf"\s*(?:which|that|who)\b\s*(?P<said>{AUXILIARIES})$", re.IGNORECASE)
EMPTY = re.compile(rf"\s*{AUXILIARIES}$", re.IGNORECASE)
ATTACHED = re.compile(r"\s*(?:due|set|scheduled|expected)\b", re.IGNORECASE)
# "GENEVA, Aug 14 (Newswire) - " before the first words of a text.
DATELINE = re.compile(r"[A-Z]{3,}\b[^\n]{0,80}?\s[-\u2013\u2014]{1,2}\s")
WITH = re.compile(r"^with\s+", re.IGNORECASE)
BACKWARDS = re.compile(r"\b(?:before|after|when|as) (?:it|they|he|she)\b", re.IGNORECASE)
CONDITION = re.compile(r"(?:if|unless|in case)\b", re.IGNORECASE)
TRAILING = re.compile(
    r"[\s,:(]+(?:is|are|was|were|will|to|by|on|in|at|the|until|through|till|within|before|from|for|of|about|around|"
    r"no[t]? later than|as early as|on or before)?\s*$",
    re.IGNORECASE,
)
# Where a clause of its own begins; a comma only parts what may be an insertion.
HARD = re.compile(
    r"(?:[;:“”\"]\s?|\b(?:said|says|say|warned|announced|added|noted|reported|but|because|while)"
    r"(?: that)?\s|, and )"
)
PURPOSE = re.compile(
    r"(?:\s+on \w+|\s+(?:from|of|after) [^.;]{3,60}?|, (?:until|ending|that is)[^.;]{3,40})?,?\s*"
    r"(?:in which )?\bto (?!do so)"
    r"((?:[a-z]+)\b[^.;,]{0,80})"
)
NAMED_AFTER = re.compile(
    r"(?:'s|\u2019s)?(?: as (?:the|a|an|its|their))? "
    r"(?P<name>(?:[a-z-]+ )?(?:deadline|due date|cut-?off(?: date)?|ultimatum|expiry|expiration))"
    r"(?P<purpose> (?:for|to|of) [^;.,]{3,60})?",
    re.IGNORECASE,
)
WHEN = re.compile(
    r", when (.{3,70}?\b(?:expires?|ends?|lapses?|runs? out|terminates?|falls? due|is due|are due))\b"
)
# Who has the time: "the bank has until", "the council gave the regime until".
HOLDER = re.compile(
    r"\s+(?:(?:has|have|had|is|are|was|were|will) (?:been |be )?(?:given|granted|allowed)|"
    r"(?:will |would )?(?:has|have|had|gets?|got|receives?|received)|"
    r"(?:gave|gives?|giving|granted|granting|given)\s+(.{1,60}?))"
    r"(?:\s+(?:another|only|just|until|(?:the )?close of business|noon|midnight))*$"
)
DUTY = re.compile(
    r"(?:\w+ ){1,4}?(?:must|shall|will|would|ha(?:s|ve|d) to|needs? to|"
    r"(?:is|are|was|were)(?: required| obliged| ordered)? to|"
    r"(?:agreed|pledged|promised|vowed|undertook) to) (.{3,})"
)
OWN_NOUN = re.compile(r"\b(?:\w+ )?review (?:conference|meeting|summit|session)\b.*")
WORD = re.compile(r"[a-z]{3,}")
PLURAL = frozenset({"they", "these", "those", "them", "both"})
# Deadlines that somebody must meet: how they are put says who must.
ASKING = frozenset({DeadlineKind.DUE, DeadlineKind.ULTIMATUM, DeadlineKind.REVIEW})
BY_PRONOUN = re.compile(rf"\b(?:it|they)\s+{AUXILIARIES}$", re.IGNORECASE)
ADVERB = re.compile(r"\s(?:late|early)(?=\s(?:keeps|finances|funds|extends|lifts|suspends)\b)")
CLAUSE = re.compile(r"^,?\s*(.{5,90}?)(?:[,;.]|\sor\s|\sand\s|$).*$", re.DOTALL)
COUNTED = re.compile(r"^\S+ \w+ (?:from|of|after) \w")
DO_SO = re.compile(r"[^.;]{0,40}\bto do so\b")
DEED = re.compile(
    r"\b(?:must|ha(?:s|ve|d) to|should|would|could|can|may|to) (?!do so)([a-z]+(?: [^,;]{1,60}?)?)"
    r"(?=[,;.]|\sand\b|$)"
)
CUT = re.compile(r"[,;.]\s|[.]$")
PREDICATE = re.compile(
    r",|\s(?:beginning|starting|effective|that|"
    r"which|who|ends?|ending|to end|finish|finishes|comes? to|due to|"
    r"is|are|was|were|has|have|had|will|would|runs?|lasts?|continues?|holds?|remains?|stays?|"
    r"from|until|through|till|up to|as of|with effect)\b"
)
PREDICATE_FIRST = re.compile(r"(?:has|have|had|is|are|was|were|will|would|must|and)\b")
FEW_ADJECTIVES = 4
FEW_WORDS = 8
FINITE = frozenset({"VBZ", "VBD", "MD"})
# What no title begins with: a verb, an adverb.
NO_SUBJECT = frozenset({"VBZ", "VBD", "VBN", "MD"})
# How far back the noun may stand that a pronoun is for.
FAR = 400
# What leads up to a subject: "said (on Tuesday) that", "Under the plan".
LEADING = re.compile(r"^\s*(?:on )?that\s", re.IGNORECASE)
UNDER = re.compile(
    r"^\s*(?:under|in|as|at|by|for|from|with|on|to|of|after|before) [^,]{3,60}?,?\s"
    r"(?=(?:the|an?|its|their|all|every|each|both|any|no|most|some)\s|(?<=[a-z]{4}\s)(?-i:[A-Z]))",
    re.IGNORECASE,
)
# Whom somebody made do what: "the judge ordered the defendant to hand in his passport".
ORDERED = re.compile(
    r".*\b(?:(?:order|tell|told|require|oblige|ask|instruct|direct)(?:s|ed|d)?|call(?:s|ed)? (?:for|on)) "
    r"(?P<who>(?:(?!to |is |are |was |were |by |he |she |it |they |that )[^,;\s]+ ){1,8})"
    r"to (?P<deed>[a-z].*)$"
)
ARTICLE_NEAR_END = re.compile(r"\b(?:an?|the|its|their|his|her|our)(?: \w+){1,2}$", re.IGNORECASE)
# What opens a sentence without a part in it: "Third, the mandate …"; "Vos, whose own term".
OPENER = re.compile(
    r"^\s*(?:first|second|third|fourth|fifth|finally|lastly|next|then|meanwhile|however|moreover|also|still|now|"
    r"today|separately|secondly|thirdly|firstly),\s",
    re.IGNORECASE,
)
WHOSE = re.compile(r"\s*whose (?:own )?(.*)", re.IGNORECASE | re.DOTALL)
NAME_AT_END = re.compile(r"(?:\b[A-Z][\w'\u2019-]*\s?){1,5}$")
# What a length of time is given as, where it is nobody's name: "given another 48 hours".
MORE = frozenset({"another", "further", "only", "just", "more"})
# Who has the time, where he gave it to himself.
REFLEXIVE = re.compile(r"(?:themselves|itself|himself|herself|ourselves)", re.IGNORECASE)
# What no longer belongs to the deed: a second length ("and 30 days to"), a verb in the past ("and vowed").
NEXT_DEED = re.compile(
    r",? and (?=(?:another |a further |only )?[\w-]+ (?:hour|day|week|month|year)s?\b|"
    r"[a-z]+ed\b|was\b|were\b|said\b)"
)
AND_THEN = re.compile(r" (?:and|but)(?: (?:now|then|still|only))*\s*$")
AND_BUT = re.compile(r"^\s*,?\s*(?:and|or|but)?\s*", re.IGNORECASE)
# What an extending verb is of.
EXTENDED = re.compile(
    r"(?:extend|prolong|renew|lengthen|roll)(?:s|ed|ing)?(?: over)?"
    r"(?P<what> (?:the|a|an|its|their|his|her|[a-z-]+) (?:(?!(?:by|until|through|till|up to)\b)[^,;])+?)?"
    r"(?:,? (?:by|for) [^,;]{2,40}?)?,? (?:until|through|till|up to|to)(?: the end of)?\s*$",
    re.IGNORECASE,
)
PASSIVE = re.compile(
    r"\s(?:(?:has|have|had|was|were|is|are|be|been|being|will|would|to|now|also)(?:\s+|$))+$"
)
# Who says what "it" does: "The Treasury says it can".
SPEAKER = re.compile(
    r"(?:^|[.;,] )(?P<who>(?:[Tt]he )?[\w'\u2019-]+(?: [\w'\u2019-]+){0,4}) "
    r"(?:said|says|announced|warned|added)(?: that)?\s*$"
)
FOR_WHOM = re.compile(
    r"\s*,? for (?P<who>(?:the |its |all |both )?[^,;.]{2,50}?) to (?P<deed>(?!do so)[a-z]+\b[^.;,]{0,80})"
)
ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her", "this", "that"})
# What must have been done by a day: "claims not lodged by".
UNDONE = re.compile(r"not (?:been )?(?P<done>[a-z]+(?:ed|de|id|ght|nt)\b.*)", re.IGNORECASE | re.DOTALL)
# A permission whose deed follows its date: "may, up to 5 May, ask for".
MAY_UNTIL = re.compile(
    r"(?P<who>.*?\b(?:can|may)),? (?:up to|until|no later than|not later than)\s*$", re.IGNORECASE | re.DOTALL
)
DEED_AFTER = re.compile(r"\s*, (?P<deed>[a-z]+ [^;,.]{3,80})")
BULLET = re.compile(r"^[-\u2013\u2014\u2022*\s]+")
AND = re.compile(r",? and (?P<next>[a-z]+)")
# What a sentence extends; the particle of a verb of ending.
EXTENDS = re.compile(
    r"\b(?:extend|prolong|renew|lengthen)(?:s|ed|ing)? (?P<what>(?:the|its|their|his|her|an?) [^,;]{3,80}?)"
    r"(?= (?:by|for|until|through|to|on)\b|,)"
)
PARTICLE = re.compile(r" (?:out|effect|up|off)\b")
# What still has time to run; a deadline that is named with its day; whom it is set.
HAVING = re.compile(r"\s(?:has|have|had|with|is|are)\b")
DAY_OF = re.compile(
    r"\b(?:deadline|cut-?off|time limit|target date) (?:of|for|is|was)\b[^;,]{0,20}$", re.IGNORECASE
)
SET_WHOM = re.compile(
    r"\b(?:set|sets|given|gave|gives) (?P<who>(?!an? )[^,;]{2,40}?) an? (?:[a-z]+ )?(?:deadline|cut-?off)",
    re.IGNORECASE,
)
