"""The literature: every source the program's facts come from, and how each was seen."""

from collections.abc import Mapping
from dataclasses import dataclass

READ, SECOND_HAND, LAY = "read", "second hand", "lay"
"""At its own place (often its abstract alone); in a copy or a summary; a page for lay people."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A source: what it is called and where it stands."""

    title: str
    """As it is called, or in our own words what it is about."""
    where: str
    """By whom, in which journal or on which pages, and when."""
    mark: str
    """One of READ, SECOND_HAND, LAY."""

    def __str__(self) -> str:
        end = "" if self.title.endswith("?") else "."
        return f"{self.title}{end} {self.where} ({self.mark})"


# fmt: off
REFERENCES: Mapping[str, Reference] = {
    "A": Reference("What causes muscle spasms in head?", "The article this program began with, 2020; not checked by us word for word", SECOND_HAND),
    "C": Reference("A physician of the Cleveland Clinic on rubbing the temples", "As quoted by balihealingspa.com", SECOND_HAND),
    "S1": Reference("Massage therapy and frequency of chronic tension headaches", "Quinn, Chandler and Moraska, American Journal of Public Health 92, 1657-1661, 2002", READ),
    "S2": Reference("Massage of trigger points in chronic tension-type headache, twelve sessions", "Moraska and Chandler, Journal of Manual and Manipulative Therapy, 2008, PMC2565109", READ),
    "S3": Reference("Myofascial trigger point-focused head and neck massage for recurrent tension-type headache", "Moraska and others, Clinical Journal of Pain 31, 159-168, 2015, PMC4286457", READ),
    "S4": Reference("Tenderness of trigger points after one massage and after many", "Moraska and others, American Journal of Physical Medicine and Rehabilitation 96, 639-645, 2017", READ),
    "S5": Reference("Trigger points in girls with tension-type headache", "von Stuelpnagel and others, Journal of Child Neurology 24, 406-409, 2009", READ),
    "S6": Reference("Manual therapy for chronic tension-type headache", "Castien and others, Cephalalgia 31, 133-143, 2011", READ),
    "S7": Reference("Self-massage of trigger points and nortriptyline in chronic tension-type headache", "Sharifi-Razavi, Karimi and Tabarestani, Neurology Asia 26, 323-331, 2021", READ),
    "S8": Reference("Suboccipital soft-tissue inhibition in tension-type headache, two trials", "Espi-Lopez and others, Journal of Bodywork and Movement Therapies 18, 576-585, 2014; European Journal of Physical and Rehabilitation Medicine 52, 447-456, 2016", READ),
    "S12": Reference("Pressure release on trigger points of the neck", "Hodgson and Fryer, International Journal of Osteopathic Medicine 9, 33, 2006, as told by painscience.com", SECOND_HAND),
    "S13": Reference("Immediate effect of ischaemic compression", "Clinical Chiropractic 11, 30-36, 2008", SECOND_HAND),
    "S14": Reference("Pressure on a trigger point for 30 and for 90 seconds", "Journal of Clinical Physiotherapy Research 4(2), e8, 2019", READ),
    "S15": Reference("Ischaemic compression, a systematic review and meta-analysis", "2022, PMC9434898", READ),
    "S17": Reference("Tension soothing self-shoulder, arm, neck and head massage", "Hospice Isle of Man, hospice.org.im", READ),
    "S18": Reference("Cancer patients can enjoy self-massage", "MD Anderson Cancer Center, Cancerwise, May 2007", READ),
    "S19": Reference("Relaxation massage of head, neck and shoulders", "MD Anderson Cancer Center, Place of wellness, 2008", READ),
    "S20": Reference("Shoulder and neck massage", "Healthwise, 2023, seen at bunningmc.com", SECOND_HAND),
    "S21": Reference("Acupressure for headache, neck and shoulder tension", "UCLA Center for East-West Medicine, exploreim.ucla.edu", READ),
    "S22": Reference("Acupressure for pain and headaches", "Memorial Sloan Kettering Cancer Center, mskcc.org", READ),
    "S24": Reference("Sitting stretches", "Mayo Clinic Community Health, 2025, and Mayo Clinic Sports Medicine, 2021", READ),
    "S25": Reference("Neck: Exercises", "MyHealth Alberta, Healthwise", READ),
    "S26": Reference("Go4Life: Neck", "US National Institute on Aging", READ),
    "S27": Reference("Eye strain", "UMass Lowell, Environmental Health and Safety", READ),
    "S28": Reference("The 20-20-20 rule", "UMass Lowell; the endorsement by two associations as told by mylearningsolutions.org", SECOND_HAND),
    "S29": Reference("TMD information", "Association of Chartered Physiotherapists in Temporomandibular Disorders, acptmd.co.uk", READ),
    "S30": Reference("Massage of the jaw", "aucoinfamilydental.com, sultansurgicalcenter.com", LAY),
    "S31": Reference("Self-care for TMD", "HealthInfo Canterbury", READ),
    "S32": Reference("Relaxation Exercise: Progressive Muscle Relaxation", "US Department of Veterans Affairs, Veterans Employment Toolkit", READ),
    "S33a": Reference("A textbook on behavioral interventions", "Page 263, issuhub.com 5236", SECOND_HAND),
    "S33b": Reference("Progressive muscle relaxation", "Mayo Clinic, as given by ksat.com", SECOND_HAND),
    "S34": Reference("Relaxed breathing for stress", "NHS pages as reproduced by eastdevon.gov.uk, and LPT NHS Yellow Book", SECOND_HAND),
    "S35": Reference("4-7-8 breathing as taught by Andrew Weil", "Quoted on pinkdragonladies.org and 1apk.org, and a transcript of Ohio State University Wexner Medical Center", SECOND_HAND),
    "S36a": Reference("The Effect of Slow-Paced Breathing on Cardiovascular and Emotion Functions", "Shao, Man and Lee, Mindfulness, 2024, doi:10.1007/s12671-023-02294-2", READ),
    "S36b": Reference("The physiological effects of slow breathing in the healthy human", "Russo and others, Breathe 13, 298-309, 2017, PMC5709795", READ),
    "S37": Reference("Box breathing", "Self-care page of the College of Charleston, which cites the Cleveland Clinic", SECOND_HAND),
    "S38": Reference("Red and orange flags for secondary headaches (SNNOOP10)", "Do and others, Neurology 92, 134-144, 2019", READ),
    "S39": Reference("Headaches in over 12s, guideline CG150", "NICE, as summarised by gpnotebook.com and paediatricpearls.co.uk", SECOND_HAND),
    "S40": Reference("Headaches", "NHS, in copies", SECOND_HAND),
    "S41": Reference("Act FAST", "NHS, in copies of two surgeries", SECOND_HAND),
    "S42": Reference("Giant cell arteritis", "NHS 111 Wales, nidirect.gov.uk, patient.info", READ),
    "S43": Reference("Twitching eyes and muscles", "NHS, reviewed October 2023, in copies", SECOND_HAND),
    "S44": Reference("Cervical dystonia", "Mayo Clinic, mayoclinic.org", READ),
    "S45": Reference("Hemifacial spasm", "Mayo Clinic, as given by findzebra.com and lamusedesgones.com", SECOND_HAND),
    "S46": Reference("Strokes after massaging both carotid arteries", "Haber and others, BMJ Case Reports 14, e244926, 2021", READ),
    "S47": Reference("Neck self-massage, a stopped heart and a stroke", "Lopez-Navarro and others, Journal of Medical Case Reports 15, 83, 2021, PMC7901106", READ),
    "S48": Reference("Vertebral artery dissection after a massage device at home", "Shariff and others, Cureus 15, e33394, 2023, PMC9815484", READ),
    "S49": Reference("Carotid dissection associated with a handheld electric massager", "Grant and Wang, Southern Medical Journal", READ),
    "S50": Reference("Vertebral artery dissection after a neck massage", "World Neurosurgery 115, 41-43, 2018", READ),
    "S51": Reference("Carotid sinus massage: when not", "American Family Physician 64, 848, 2001, as told by fpnotebook.com and medicalalgorithms.com", SECOND_HAND),
    "S52": Reference("Risks of massage", "Mayo Clinic and NIH, in copies (spencermassage.com, livih.com, excitingspas.com)", SECOND_HAND),
    "S53": Reference("Oculocardiac reflex", "StatPearls", READ),
    "S54": Reference("Neck pain and the arteries of the neck: frameworks for clinicians", "Kerry and Taylor, JOSPT, 2009; Rushton, JOSPT 53, 7-22, 2023", READ),
    "S54b": Reference("The pain of a torn neck artery", "sanp.2017.00529", READ),
    "S55": Reference("The safety of obstetric acupuncture: forbidden points revisited", "Carr, Acupuncture in Medicine 33, 413-419, 2015, PMC4680134", READ),
    "S56": Reference("International Classification of Headache Disorders, third edition, 2.1 to 2.3", "International Headache Society, ichd-3.org", READ),
    "S56b": Reference("The same, 8.2: medication-overuse headache", "As given by chsg.org and nsj.org.sa", SECOND_HAND),
    "S57b": Reference("How much less on a pain scale is much better", "Salaffi and others, European Journal of Pain 8, 283-291, 2004", READ),
    "S60": Reference("Massage doses for neck pain", "Sherman and others, Annals of Family Medicine 12, 112-120, 2014", READ),
    "S61": Reference("Trigger points in migraine and tension-type headache", "Do and others, Journal of Headache and Pain 19, 84, 2018", READ),
    "S62": Reference("Cutaneous allodynia in migraine, a review", "PMC8830422", READ),
    "S63a": Reference("Behavioural approaches to tension-type headache, a review of 44 trials", "Verhagen and others, CNS Neuroscience and Therapeutics 15, 183-205, 2009", READ),
    "S63b": Reference("Biofeedback for tension-type headache, a meta-analysis", "Nestoriuc and others, Journal of Consulting and Clinical Psychology 76, 379-396, 2008", READ),
    "S64": Reference("The effect of a scalp massage on stress hormone, blood pressure, and heart rate of healthy female", "Kim, Kim and Ko, Journal of Physical Therapy Science 28, 2703-2707, 2016", READ),
    "S65": Reference("Questions and answers of Touch, Caring and Cancer", "touchcaringandcancer.com", READ),
    "S66": Reference("Self-massage guides for lay people", "mamashealth.com, hopewellnessinstitute.com", LAY),
    "S67": Reference("Home remedies: relief from tension-type headaches", "Mayo Clinic News Network", READ),
    "S69": Reference("Chin tucks", "peak-physio.com.au, rehabexercise.org", LAY),
    "S71": Reference("Pressing under the skull", "physiorehab.com, chiropracticwellnessokc.com", LAY),
    "S74": Reference("Finding and pressing the levator scapulae", "livelife.guide, painalog.com", LAY),
    "S75": Reference("Self-help for headaches", "sharecare.com", LAY),
    "S76": Reference("The point between the brows", "thehealthsite.com, medical-news.org", LAY),
    "S77": Reference("A sequence for face and scalp", "pghhealthandhealing.com", LAY),
}
# fmt: on
