"""The past or the future: which side of the publication a date without a year, or a weekday, lies on."""

import pytest

from chronology.tagging import tag

_PUBLISHED = "2005-12-28"  # a Wednesday


def _one(text, published=_PUBLISHED):
    (timex,) = tag(text, published, mode="news")
    return timex


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # a past verb at the date, or after a date that opens its sentence, leaves no doubt
        ("She resigned in January.", "2005-01"),
        ("They had claimed until late on Thursday that all was well.", "2005-12-22"),
        ("In January, Acme brought in a new chief.", "2005-01"),
        ("He was the first killed since January.", "2005-01"),
        ("He died at home in January.", "2005-01"),
        ("She told Gov. Smith on Friday.", "2005-12-23"),
        ("The bullet that tore the wall on Friday could not be found.", "2005-12-23"),
        ("By Friday, the agency had confirmed ten cases.", "2005-12-23"),
        ("The members had filed reports by Monday.", "2005-12-26"),
        ("The club changed to a league of eight in January.", "2005-01"),
        ("Until Friday, no one worked there.", "2005-12-23"),
        ("Haas, who until May chaired the board, left.", "2005-05"),
        ("His extradition, approved by the court in March, must take place soon.", "2005-03"),
        # what is arranged may lie ahead
        ("Acme announced a concert for March.", "2006-03"),
        ("He accepted an invitation to the forum on March 12.", "2006-03-12"),
        ("It has scheduled a news conference Thursday to explain.", "2005-12-29"),
        ("The company has called a meeting in January.", "2006-01"),
        ("The book is published on January 18.", "2006-01-18"),
        ("The book is officially published on January 18.", "2006-01-18"),
        ("The 8 January match was announced by the club.", "2006-01-08"),
        ("It had been part of a programme to pay a loan by February.", "2006-02"),
        ("They are meeting on Friday.", "2005-12-30"),
        ("The leaders meet separately Friday with the minister.", "2005-12-30"),
        ("The trial was due to start on Friday.", "2005-12-30"),
        ("The mandate would have expired on Friday.", "2005-12-30"),
        ("He is said to have died on Friday.", "2005-12-23"),
        ("A civil action brought by savers comes up on 18 January.", "2006-01-18"),
        ("We do not see orders picking up before the spring.", "2006-SP"),
        ("They have until the close of business on Friday to raise the bid.", "2005-12-30"),
        ("Nominations close on Friday, and three people have come forward.", "2005-12-30"),
        ("They may walk out from 12:01 a.m. on Friday, when the period expires.", "2005-12-30T00:01"),
        ("The launch was pushed to Jan. 3.", "2006-01-03"),
        ("In the run-up to Sunday's vote he campaigned.", "2006-01-01"),
        ("He leaves for Paris on Thursday.", "2005-12-29"),
        ("The truce, which was to have ended on Monday, will be extended.", "2006-01-02"),
        ("They undertook to leave not later than 1 September.", "2006-09-01"),
        ("The vote is October 23.", "2006-10-23"),
        ("Just ahead of her trip, the office on Monday issued a caution.", "2005-12-26"),
        ("On Friday, when she set aside holiday plans for work, it rained.", "2005-12-23"),
        # present verbs, plans, conditions and limits
        ("The ban kicks in Friday.", "2005-12-30"),
        ("Parliament breaks up on Friday for its recess.", "2005-12-30"),
        ("The envoys were to leave on Thursday.", "2005-12-29"),
        ("The loan is repayable on 30 January.", "2006-01-30"),
        ("They agreed on Monday to hold talks on Saturday.", ["2005-12-26", "2005-12-31"]),
        ("If the council votes no on Thursday, the plan is dead.", "2005-12-29"),
        ("Ahead of the election in October, parties raise money.", "2006-10"),
        ("He was freed pending a retrial in September.", "2006-09"),
        ("Thursday's vote will decide.", "2005-12-29"),
        ("They queued for tickets to Saturday's match.", "2005-12-31"),
        ("It set a fresh deadline of mid-October.", "2006-10"),
        ("They were given 180 days, ending on June 24, to leave.", ["P180D", "2006-06-24"]),
        ("A vote has been called for May 3.", "2006-05-03"),
        ("The treasury expects to hit the ceiling in March.", "2006-03"),
        # however far: what will be is not past
        ("The trial will open in November.", "2006-11"),
        ("The bill must pass by November.", "2006-11"),
        ("The accord is set to expire in November.", "2006-11"),
        # what lasted is over
        ("The cabinet sat until Thursday.", "2005-12-22"),
        ("He survived a no-confidence vote on Monday.", "2005-12-26"),
        ("The firm, which cut prices in June, went under.", "2005-06"),
        ("It gave no reason for the Jan. 14 deadline.", "2006-01-14"),
        # a form that is a verb and nothing else; the only verb of its sentence
        ("The abbot retires Sunday.", "2006-01-01"),
        ("The rink shuts for good Monday.", "2006-01-02"),
        ("The ruling bites from Friday.", "2005-12-30"),
        ("The senate votes again Thursday.", "2005-12-29"),
        ("The firm sold its plant in May.", "2005-05"),
        ("When the levee gave way in January, it rained.", "2005-01"),
        ("A law passed in May takes force in March.", ["2005-05", "2006-03"]),
        ("Friday's figures are likely to disappoint.", "2005-12-30"),
        ("Friday's figures showed a fall.", "2005-12-23"),
        ("He was told to leave by Friday.", "2005-12-30"),
        ("The strike dragged on until Thursday.", "2005-12-22"),
        (
            "Congress, which had been due to adjourn on Friday, will now sit until May.",
            ["2005-12-30", "2006-05"],
        ),
        ("The firm had been due to report on Friday.", "2005-12-23"),
        ("It has grown as we expected in October.", "2005-10"),
        ("The works were closed without warning on 8 January.", "2005-01-08"),
        ("The mayor begged people not to drive on Sunday.", "2006-01-01"),
        ("The town is bracing for marches on Saturday.", "2005-12-31"),
        ("They kept it shut until January.", "2005-01"),
        ("The old one had run out on Sunday.", "2005-12-25"),
        ("The loan that fell due in January was paid.", "2005-01"),
        ("The loan that falls due in November is large.", "2006-11"),
        ("It was open until Friday.", "2005-12-23"),
        ("It was closed until Friday.", "2005-12-30"),
        ("The report must be filed by 2 November.", "2006-11-02"),
        ("A plan shall be submitted by 30 November.", "2006-11-30"),
        ("They asked that it be produced by Friday.", "2005-12-30"),
        # words that only look like a cue
        ("The long-delayed deal will be signed Friday.", "2005-12-30"),
        ("Deaths due to flu rose on Friday.", "2005-12-23"),
        ("One hundred workers will meet Friday.", "2005-12-30"),
        ("Tied games were played Friday.", "2005-12-23"),
    ],
)
def test_the_verb_decides_the_side(text, value):
    found = tag(text, _PUBLISHED, mode="news")
    values = [timex.value for timex in found if timex.value != "PRESENT_REF"]
    assert values == ([value] if isinstance(value, str) else value)


@pytest.mark.parametrize(
    ("text", "lost", "why"),
    [
        ("She resigned in January.", "2006-01", "“resigned” points to the past"),
        ("The sale will close in January.", "2005-01", "“will” points to the future"),
        ("Acme announced a concert for March.", "2005-03", "“announced” does not outweigh it"),
        ("They met on Friday.", "2005-12-30", "“met” points to the past"),
    ],
)
def test_the_other_side_is_the_runner_up_and_says_why_it_lost(text, lost, why):
    (reading,) = _one(text).alternatives
    assert reading.value == lost
    assert why in reading.why
