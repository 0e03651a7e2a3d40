"""The same amount in another unit, another way of writing and another measure of time."""

import pytest

from qa.support.evidence import Evidence
from qa.support.figures.amounts import unfounded_figures


def against(claim: str, sentence: str) -> list[str]:
    return list(unfounded_figures(claim, Evidence((sentence,))))


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        ("The pier is just over two miles long.", "The pier is just over three miles long.", "The pier is 11,000 feet long."),
        ("The pier is 1.2 km long.", "The pier is 2.2 km long.", "The pier is 1,200 m long."),
        ("The pier rises about 90 metres.", "The pier rises about 60 metres.", "The pier rises 300 feet."),
        ("The pier is 8,000 feet long.", "The pier is 9,000 feet long.", "The pier is 2,440 metres long."),
        ("The bell weighs two tonnes.", "The bell weighs three tonnes.", "The bell weighs 2,000 kg."),
        ("She stayed over two years.", "She stayed over three years.", "She stayed for 738 days."),
        ("It stood for 11 millennia.", "It stood for 12 millennia.", "It stood for 11,000 years."),
        ("It is six to eight millennia old.", "It is five to eight millennia old.", "It is 6,000–8,000 years old."),
    ],
)  # fmt: skip
def test_an_amount_may_be_told_in_another_unit(true: str, false: str, sentence: str) -> None:
    """Exactly, or as far as the claim's digits go."""
    assert against(true, sentence) == []
    assert against(false, sentence)


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        ("At most 16.5 million left.", "At most 18.5 million left.", "Between 12 and 16,5 million left."),
        ("It grew from four million to ten million.", "It grew from five million to ten million.", "It grew from four to 8–10 million."),
        ("In 2025 it went from 4% to 6%.", "In 2026 it went from 4% to 6%.", "It was 4% in 2025 to 6% in 2035."),
        ("Five to six of every ten lamps are lit.", "Four to six of every ten lamps are lit.", "50% to 60% of the lamps are lit."),
        ("More than a dozen came.", "More than two dozen came.", "Fourteen came."),
        ("Half a dozen ships sank.", "Two dozen ships sank.", "Six ships sank."),
        ("Of every ten lamps, three are lit.", "Of every ten lamps, four are lit.", "30% of the lamps are lit."),
        ("Seventy-odd lamps are lit.", "Ninety-odd lamps are lit.", "73 lamps are lit."),
        ("Well over a hundred came.", "Well over a thousand came.", "137 came."),
        ("It opens at two in the afternoon.", "It opens at three in the afternoon.", "It opens at 14:00."),
    ],
)  # fmt: skip
def test_an_amount_may_be_written_otherwise(true: str, false: str, sentence: str) -> None:
    """A comma for a point, a range of three, a year beside a percentage, a dozen, "or so"."""
    assert against(true, sentence) == []
    assert against(false, sentence)


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        ("It was a ten-hour watch.", "It was a nine-hour watch.", "The watch went from 5:00 pm to 3:00 am."),
        ("The crossing takes 40 minutes.", "The crossing takes 50 minutes.", "It leaves at 9:15 and lands at 9:55."),
        ("It stood for some seven centuries.", "It stood for some nine centuries.", "It stood from about 2600 to 1900 BCE."),
        ("It stood for about seven centuries.", "It stood for about nine centuries.", "It stood from the 3rd to the early 10th century."),
        ("It stood for over seven and a half centuries.", "It stood for eight and a half centuries.", "It stood from 1150 until 1914."),
        ("It is about five centuries old.", "It is about eight centuries old.", "It dates from the early 16th century."),
        ("It was shut for three months.", "It was shut for five months.", "It was shut from December 1941 to February 1942."),
        ("She reigned for 63 years.", "She reigned for 66 years.", "She reigned from 20 June 1837 until 22 January 1901."),
        ("The fair takes four days.", "The fair takes five days.", "The fair is held on 3–6 May."),
        ("She was 28 when she died.", "She was 33 when she died.", "Born in 1802, she died in 1830."),
        ("They won two years running.", "They won three years running.", "They won in 1990 and 1991."),
        ("It was built in 1913.", "It was built in 1911.", "It was sold in 1914, a year after it was built."),
    ],
)  # fmt: skip
def test_time_may_be_reckoned(true: str, false: str, sentence: str) -> None:
    """Between times of day, years before our era and centuries."""
    assert against(true, sentence) == []
    assert against(false, sentence)
