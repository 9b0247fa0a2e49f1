"""What trials found, in their own numbers, and what is not known."""

from relax_coach.core.learn.topic import Topic, says

EVIDENCE = Topic(
    "evidence",
    "What the evidence says",
    "Does it work?",
    (
        (
            says(
                "In short: massage may help you relax and ease tension. It is not shown to make headaches rarer than a placebo does, and nothing here replaces a doctor."
            ),
        ),
        (
            says(
                "In one controlled trial 56 people had twelve massages of the head and neck, a sham device, or a place on a waiting list. Headaches became fewer with massage and with the sham, without a difference between them.",
                "S3",
            ),
            says(
                "How strong and how long they were did not differ between the groups. Those massaged felt more improved, and their tender points bore more pressure.",
                "S3",
            ),
            says(
                "Pooled over 17 trials, pressing tender points raised the pressure people could bear. The pain they reported did not change significantly.",
                "S15",
            ),
            says("Pressing one point for 90 seconds did more than for 30, with 39 people.", "S14"),
        ),
        (
            says(
                "Self-massage was tried in one trial that we found: 80 people, eight points, three times a day for four weeks, nobody blinded. A headache index fell from 81.6 to 45.3 and pain tablets from 2.62 to 0.67 a week.",
                "S7",
            ),
            says(
                "The other group took nortriptyline, a medicine, and the authors call the massage inferior to it.",
                "S7",
            ),
            says(
                "For neck pain, massages of thirty minutes did no more than waiting; sixty minutes, two or three times a week, did (228 people).",
                "S60",
            ),
            says(
                "Smaller studies without a control group tell of larger gains, among them one with four people whose order our longest routine follows. Such gains may be the placebo's.",
                "S1",
                "S2",
            ),
        ),
        (
            says(
                "Relaxation, biofeedback and training of habits have mixed results: over 44 trials no consistent advantage, in a pooled analysis of biofeedback a clear one (effect size 0.73).",
                "S63a",
                "S63b",
            ),
            says(
                "Scalp massage, 15 or 25 minutes twice a week for ten weeks, went with less of the stress hormones and a lower blood pressure in 34 women who worked in offices.",
                "S64",
            ),
            says(
                "Points are pressed by tradition. Two of them are left out in pregnancy as a precaution, though a review of needling there found no objective evidence of harm.",
                "S21",
                "S55",
            ),
        ),
        (
            says(
                "With migraine, touch hurts in about six of ten people, and pressing tender points of neck and head can set off an attack in some.",
                "S61",
                "S62",
            ),
            says(
                "Routines as short as these were not tested by anyone that we know of. Most steps come from leaflets of hospitals and health services, and their exact seconds are ours."
            ),
            says(
                "A change of two points of ten, or a third, is what people with long-lasting pain call much better. For a single short session that is a rough guide at most.",
                "S57b",
            ),
        ),
    ),
)

HEADACHE = Topic(
    "headache",
    "Tension-type headache in numbers",
    "What is a tension headache, and when is it too much?",
    (
        (
            says(
                "It lasts from 30 minutes to 7 days. At least two of these hold: on both sides, pressing or tightening, mild to moderate, not worse with ordinary movement.",
                "S56",
            ),
            says(
                "There is no nausea and no vomiting, and at most one of light and noise disturbs.",
                "S56",
            ),
            says(
                "Infrequent means less than one day a month; frequent, one to 14 days; and chronic, 15 days or more, these two for over three months. Fifteen days are a reason to see a doctor.",
                "S56",
            ),
        ),
        (
            says(
                "Pain medicine can itself keep a headache going: 15 days a month or more with paracetamol, aspirin, ibuprofen or the like, or 10 days with triptans, ergots, opioids, mixed tablets or a mix of kinds, for over three months, with headache on 15 days.",
                "S56b",
            ),
            says("These limits rest on the opinion of experts.", "S56b"),
            says(
                "Count the days, not the tablets, and talk to a doctor or a pharmacist before you come near them: our own advice."
            ),
            says("Do not stop a prescribed medicine on your own.", "S43"),
        ),
    ),
)

TWITCHES = Topic(
    "twitches",
    "Twitches",
    "What about a twitching eyelid or cheek?",
    (
        (
            says(
                "Twitches are usual with stress, anxiety, tiredness, caffeine, alcohol and some medicines, and normally stop within days or weeks.",
                "S43",
            ),
            says(
                "Rest, relax, stretch and massage cramped muscles gently, and drink less coffee and alcohol.",
                "S43",
            ),
            says(
                "See a doctor when it lasts for over two weeks, is in more than one place, when the place is weak or stiff, or when a medicine may be the cause.",
                "S43",
            ),
        ),
        (says("More of this stands in `relax-coach learn brain` and `relax-coach learn side`."),),
    ),
)

BREATHING = Topic(
    "breathing",
    "Breathing, and letting go",
    "How do breath and rest help?",
    (
        (
            says(
                "Even breathing: in through the nose for about five seconds, out for five, without holding, for three to five minutes, two or three times a day. At first one may not reach five.",
                "S34",
            ),
            says(
                "Over 31 studies slow breathing lowered the upper blood pressure and the heart rate, and made the heartbeat vary more. The effect on stress was uncertain.",
                "S36a",
            ),
            says(
                "Box breathing is four seconds each of in, hold, out and hold, four times.", "S37"
            ),
            says(
                "4-7-8 is four breaths, no more in the first month. One may become light-headed, so sit or lie down.",
                "S35",
            ),
            says(
                "Holding the breath is left out in pregnancy, with heart or lung trouble, and with high blood pressure that is not under control: our own caution."
            ),
        ),
        (
            says(
                "Tensing and letting go: about five seconds of tension, up to half a minute of letting go, each group of muscles twice, nothing that hurts. Take care with a hurt neck, back or jaw.",
                "S32",
                "S33a",
                "S33b",
            ),
            says(
                "Eyes that look at a screen rest on something six metres away, for twenty seconds every twenty minutes.",
                "S28",
            ),
            says(
                "Warm palms cupped over the eyes, without touching them, are for comfort: we found no trial.",
                "S27",
            ),
        ),
        (
            says(
                "At dizziness, tingling fingers, too little air or growing unease, breathe as you usually do: our own rule."
            ),
            says(
                "With chest pain, or when the lack of air stays, call the emergency number: common knowledge rather than a source of ours."
            ),
        ),
    ),
)
