"""The literature of the program: every source that a routine or a condition names by its key.

Keys, titles, years and links are those of the sources paper; a link is given only where it is
known. Where no title was to be seen, the authors stand in its place. Of a source in parts, "S33a"
is the first part; "S54" and "S56" are first parts that are named without a letter.
"""

from collections.abc import Mapping
from dataclasses import dataclass

READ = "read"
SECOND_HAND = "second hand"
LAY = "lay"
MARKS: Mapping[str, str] = {
    READ: "its page, its abstract or its opening was seen where it was issued, not always the whole",
    SECOND_HAND: "seen only in a copy or summary by someone else",
    LAY: "a practice tip from a clinic or hobby page, no evidence",
}
"""How sure we are of a source, the surest first; of several marks a source has its best."""

PMC = "https://pmc.ncbi.nlm.nih.gov/articles/"
PUBMED = "https://www.ncbi.nlm.nih.gov/pubmed/"


@dataclass(frozen=True, slots=True)
class Reference:
    """A source, as one cites it; "" where something is not known."""

    key: str
    title: str
    publisher: str = ""
    """The journal with volume and pages, or who issued the page."""
    year: str = ""
    """"2014", or several: "2014, 2016"."""
    url: str = ""
    mark: str = SECOND_HAND
    """A key of MARKS."""

    def __str__(self) -> str:
        """One line: title, publisher, year <url> (mark), without what is not known."""
        words = ", ".join(part for part in (self.title, self.publisher, self.year) if part)
        return f"{words} <{self.url}> ({self.mark})" if self.url else f"{words} ({self.mark})"


# fmt: off
_ROWS = (
    Reference("A", "What causes muscle spasms in head?", "the article this program began with; not every word of it was checked", "2020"),
    Reference("C", "A physician of the Cleveland Clinic on rubbing the temples", "as quoted by balihealingspa.com"),
    Reference("S1", "Quinn, Chandler and Moraska: Massage therapy and frequency of chronic tension headaches", "American Journal of Public Health 92, 1657-1661", "2002", PUBMED + "12356617", READ),
    Reference("S2", "Moraska and Chandler", "Journal of Manual & Manipulative Therapy", "2008", PMC + "PMC2565109", READ),
    Reference("S3", "Moraska and others: Myofascial trigger point-focused head and neck massage for recurrent tension-type headache: a randomized, placebo-controlled clinical trial", "Clinical Journal of Pain 31, 159-168", "2015", PMC + "PMC4286457", READ),
    Reference("S4", "Moraska and others", "American Journal of Physical Medicine & Rehabilitation 96, 639-645", "2017", "", READ),
    Reference("S5", "von Stuelpnagel and others", "Journal of Child Neurology 24, 406-409", "2009", "", READ),
    Reference("S6", "Castien and others", "Cephalalgia 31, 133-143", "2011", "", READ),
    Reference("S7", "Sharifi-Razavi, Karimi and Tabarestani: Efficacy of Trigger Points Self-Massage in Chronic Tension-Type Headache (trial NCT04232046)", "Neurology Asia 26, 323-331", "2021", "https://neurology-asia.org/system/index.php/neuro/article/view/99", READ),
    Reference("S8", "Espi-Lopez and others", "Journal of Bodywork and Movement Therapies 18, 576-585; European Journal of Physical and Rehabilitation Medicine 52, 447-456; Eur J Ost Clin Rel Res 7, 10-21", "2014, 2016, 2012", "", READ),
    Reference("S9", "Toro-Velasco and others", "Journal of Manipulative and Physiological Therapeutics 32, 527-535", "2009", "", READ),
    Reference("S10", "Berggreen, Wiik and Lund", "Advances in Physiotherapy 14, 10-17", "2012", "", READ),
    Reference("S11", "Doraisamy and others", "Global Journal of Health Science", "2010", "", READ),
    Reference("S12", "Hodgson and Fryer", "International Journal of Osteopathic Medicine 9, 33", "2006"),
    Reference("S13", "Gemmell and others: Immediate effect of ischaemic compression and trigger point pressure release on neck pain and upper trapezius trigger points: a randomised controlled trial", "Clinical Chiropractic 11, 30-36", "2008"),
    Reference("S14", "Comparison of the Immediate Effects of Various Durations of Trigger Point Compression Technique on Latent Trigger Points of the Upper Trapezius Muscle", "Journal of Clinical Physiotherapy Research 4(2), e8", "2019", "", READ),
    Reference("S15", "Effect of ischemic compression on myofascial pain syndrome: a systematic review and meta-analysis", "Chiropractic & Manual Therapies 30, 34", "2022", PMC + "PMC9434898", READ),
    Reference("S16", "A randomized controlled trial of foam rolling", "", "", PMC + "PMC6358529", READ),
    Reference("S17", "Tension soothing self-shoulder, arm, neck and head massage", "Hospice Isle of Man", "", "https://www.hospice.org.im/our-care/hospice-care/our-adult-services/complementary-therapies/complementary-therapy-resources/tension-soothing/", READ),
    Reference("S18", "Cancer patients can enjoy self-massage", "MD Anderson Cancer Center, Cancerwise", "2007", "http://www.mdanderson.org/publications/cancerwise/archives/2007-may/cancerwise-may-2007-cancer-patients-can-enjoy-self-massage.html", READ),
    Reference("S19", "Relaxation Massage of the Head, Neck and Shoulders in the Hospital Setting", "MD Anderson Cancer Center, Place of wellness", "2008", "https://streaming.mdanderson.org/transcript/vod_hd_mass_tx.html", READ),
    Reference("S20", "Shoulder and neck massage", "Healthwise, as given by bunningmc.com", "2023"),
    Reference("S21", "Acupressure for headache or neck and shoulder tension", "UCLA Center for East-West Medicine", "", "http://exploreim.ucla.edu/wellness/acupressure-for-headache-or-neck-and-shoulder-tension/", READ),
    Reference("S22", "Acupressure for pain and headaches", "Memorial Sloan Kettering (mskcc.org)", "", "", READ),
    Reference("S23", "Jianjing GB-21", "acupuncture.rhizome.net.nz, on acupressure for midwives"),
    Reference("S24", "Sitting stretches", "Mayo Clinic Community Health, and a page of Mayo Clinic Sports Medicine on shoulder rolls", "2025, 2021", "", READ),
    Reference("S25", "Neck: Exercises", "MyHealth Alberta, Healthwise", "", "", READ),
    Reference("S26", "Go4Life: Neck", "National Institute on Aging, NIH", "", "", READ),
    Reference("S27", "Techniques to reduce eye strain", "UMass Lowell, Environmental Health and Safety", "", "https://www.uml.edu/eem/ehs/ergonomics/eye-strain.aspx", READ),
    Reference("S28", "The 20-20-20 rule", "as given by UMass Lowell, Environmental Health and Safety", "", "", SECOND_HAND),
    Reference("S29", "TMD information", "Association of Chartered Physiotherapists in Temporomandibular Disorders", "", "https://acptmd.co.uk/tmd-information/", READ),
    Reference("S30", "Dentists' pages on massage of the jaw", "aucoinfamilydental.com, sultansurgicalcenter.com", "", "", LAY),
    Reference("S31", "Self-care for temporomandibular disorder", "HealthInfo Canterbury", "", "https://www.healthinfo.org.nz/Self-care-for-Temporomandibular-Disorder.htm", READ),
    Reference("S32", "Relaxation Exercise: Progressive Muscle Relaxation", "US Department of Veterans Affairs, Veterans Employment Toolkit", "", "", READ),
    Reference("S33a", "A textbook on behavioral interventions, page 263", "issuhub.com 5236"),
    Reference("S33b", "Progressive muscle relaxation, advice of the Mayo Clinic", "as given by ksat.com", "", "https://www.ksat.com/sports/2014/04/08/reduce-tension-through-muscle-relaxation/"),
    Reference("S33c", "A page on progressive muscle relaxation", "studyres.com 1468623"),
    Reference("S33d", "Table of muscle groups adapted from Bernstein and Borkovec, 1973", "cld.bz, page 871"),
    Reference("S34", "Relaxed breathing for stress", "LPT NHS Yellow Book; NHS breathing exercise, as given by eastdevon.gov.uk", "", "https://rethinkyourmind.co.uk/the-lpt-nhs-yellow-book-2017-18/inc/html/49.html"),
    Reference("S35", "Andrew Weil on 4-7-8 breathing", "as quoted on pinkdragonladies.org, on 1apk.org and in a transcript of Ohio State University Wexner Medical Center", "", "https://www.pinkdragonladies.org/478-breathing"),
    Reference("S36a", "Shao, Man and Lee: The Effect of Slow-Paced Breathing on Cardiovascular and Emotion Functions: A Meta-Analysis and Systematic Review", "Mindfulness", "2024", "https://doi.org/10.1007/s12671-023-02294-2", READ),
    Reference("S36b", "Russo and others: The physiological effects of slow breathing in the healthy human", "Breathe 13, 298-309", "2017", PMC + "PMC5709795", READ),
    Reference("S37", "A self-care page on box breathing, which cites the Cleveland Clinic", "College of Charleston"),
    Reference("S38", "Do and others: the SNNOOP10 list of signs", "Neurology 92, 134-144", "2019", "", READ),
    Reference("S39", "CG150, on headaches", "NICE, as summarized by gpnotebook.com and paediatricpearls.co.uk"),
    Reference("S40", "Headaches", "NHS, as given by outuk.com and livehealthily.com"),
    Reference("S41", "Act FAST", "NHS, as given by langhamplacesurgery.co.uk and mcilvride.co.uk"),
    Reference("S42", "Pages on giant cell arteritis", "NHS 111 Wales, nidirect.gov.uk, patient.info", "", "", READ),
    Reference("S43", "Twitching eyes and muscles", "NHS, in reproductions", "2023"),
    Reference("S44", "Cervical dystonia (syc-20354123)", "Mayo Clinic", "", "", READ),
    Reference("S45", "Hemifacial spasm", "Mayo Clinic, as given by findzebra.com and lamusedesgones.com"),
    Reference("S46", "Haber and others", "BMJ Case Reports 14, e244926", "2021", "", READ),
    Reference("S47", "Lopez-Navarro and others", "Journal of Medical Case Reports 15, 83", "2021", PMC + "PMC7901106", READ),
    Reference("S48", "Shariff and others", "Cureus 15, e33394", "2023", PMC + "PMC9815484", READ),
    Reference("S49", "Grant and Wang: Carotid dissection associated with a handheld electric massager", "Southern Medical Journal", "", "", READ),
    Reference("S50", '"Crick" in Neck Followed by Massage Led to Stroke: Uncommon Case of Vertebral Artery Dissection', "World Neurosurgery 115, 41-43", "2018", "https://doi.org/10.1016/j.wneu.2018.04.008", READ),
    Reference("S51", "Carotid sinus massage", "AFP 64, 848, 2001; fpnotebook.com; medicalalgorithms.com"),
    Reference("S52", "Massage: its risks", "Mayo Clinic's wording, as given by spencermassage.com and livih.com; an older NIH list, as given by excitingspas.com"),
    Reference("S53", "Oculocardiac reflex", "StatPearls, and PLoS One 13(4), e0196155, 2018", "", "", READ),
    Reference("S54", "Kerry and Taylor, and the IFOMPT framework (Rushton)", "Journal of Orthopaedic & Sports Physical Therapy, the latter 53, 7-22", "2009, 2023"),
    Reference("S54b", "The pain of a torn neck artery", "sanp.2017.00529", "", "", READ),
    Reference("S55", "Carr", "Acupuncture in Medicine 33, 413-419", "2015", PMC + "PMC4680134", READ),
    Reference("S56", "ICHD-3, sections 2.1 to 2.3", "ichd-3.org", "", "", READ),
    Reference("S56b", "ICHD-3, section 8.2", "as given by chsg.org and nsj.org.sa", "", "", SECOND_HAND),
    Reference("S57a", "Farrar and others", "Pain 94, 149-158", "2001", "", READ),
    Reference("S57b", "Salaffi and others", "European Journal of Pain 8, 283-291", "2004", PUBMED + "15207508", READ),
    Reference("S58", "Guidelines for trials in tension-type headache, second edition", "International Headache Society, Cephalalgia 30, 1-16", "2010", PMC + "PMC3673932", READ),
    Reference("S59", "The owner's page on HIT-6, and the NINDS notice of copyright", "QualityMetric, NINDS Common Data Elements", "", "", READ),
    Reference("S60", "Sherman and others", "Annals of Family Medicine 12, 112-120", "2014", "", READ),
    Reference("S61", "Do and others", "Journal of Headache and Pain 19, 84", "2018", "", READ),
    Reference("S62", "A review of cutaneous allodynia in migraine", "", "", PMC + "PMC8830422", READ),
    Reference("S63a", "Verhagen and others", "CNS Neuroscience & Therapeutics 15, 183-205", "2009", "", READ),
    Reference("S63b", "Nestoriuc and others", "Journal of Consulting and Clinical Psychology 76, 379-396", "2008", "", READ),
    Reference("S64", "Kim, Kim and Ko: The effect of a scalp massage on stress hormone, blood pressure, and heart rate of healthy female", "Journal of Physical Therapy Science 28, 2703-2707", "2016", PUBMED + "27821918", READ),
    Reference("S65", "Questions and answers", "Touch, Caring and Cancer", "", "https://touchcaringandcancer.com/faqs/faqs", READ),
    Reference("S66a", "Simple self-massage, a copy of a guide by P. Ingraham", "mamashealth.com", "", "", LAY),
    Reference("S66b", "A self-massage guide", "hopewellnessinstitute.com", "", "", LAY),
    Reference("S67", "Home remedies: relief from tension-type headaches", "Mayo Clinic News Network", "", "", READ),
    Reference("S69", "Exercise pages on the chin tuck", "Peak Physio (peak-physio.com.au), Urmston Physio (rehabexercise.org)", "", "", LAY),
    Reference("S71", "Pages on letting go under the skull by oneself", "physiorehab.com, chiropracticwellnessokc.com", "", "", LAY),
    Reference("S72", "A page on two balls in a sock", "restorativehealthandwellness.com", "", "", LAY),
    Reference("S73", "Pages on neck stretches", "rehablinkssystem.com, stretching-exercises.com, theprehabguys", "", "", LAY),
    Reference("S74", "Pages on finding and pressing the levator scapulae", "livelife.guide, painalog.com", "", "", LAY),
    Reference("S75", "Self-help for headaches", "sharecare.com", "", "", LAY),
    Reference("S76", "Pages on the point between the brows", "thehealthsite.com, medical-news.org", "", "", LAY),
    Reference("S77", "A sequence for face and scalp", "pghhealthandhealing.com", "", "", LAY),
    Reference("S78", "Hou and others", "Archives of Physical Medicine and Rehabilitation 83, 1406-1414", "2002"),
)
# fmt: on

REFERENCES: Mapping[str, Reference] = {row.key: row for row in _ROWS}
"""Every source by its key: A and C first, then in the order of the sources paper."""
