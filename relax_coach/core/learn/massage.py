"""What hands can do, when they must not, and how hard they press."""

from relax_coach.core.learn.topic import Topic, says

RELAX = Topic(
    "relax",
    "Relaxing the muscles of the head",
    "How do you relax the muscles in your head?",
    (
        (
            says(
                "The article says that massage can help clenched muscles let go and help you relax, and calls it especially good for stress and tension headaches.",
                "A",
            ),
            says(
                "That it helps one relax, and may ease a tension headache for a while, is as much as we say. What the trials found is less clear: `relax-coach learn evidence`."
            ),
        ),
        (
            says(
                "Let someone else gently massage head, neck and shoulders: `relax-coach play partner-seated`.",
                "A",
                "S20",
            ),
            says(
                "Or do it yourself, as a targeted mini-massage: rub the sore spot on your head gently with the fingertips for several seconds.",
                "A",
            ),
            says(
                "In `relax-coach play mini-massage` that is seven seconds, then a rest of five, five times. These figures are our own choice."
            ),
            says(
                "The Mayo Clinic suggests fingertips on temples, scalp, neck and shoulders, or a gentle stretch of the neck, and warmth or cold for neck and shoulders.",
                "S67",
            ),
            says(
                "A physician of the Cleveland Clinic is quoted as saying that rubbing the temples may do little, and rubbing tender spots of neck and shoulders more. We saw the quotation only.",
                "C",
            ),
        ),
        (
            says(
                "A jaw that clenches rests with lips together, teeth apart, and the tip of the tongue behind the upper front teeth.",
                "S29",
            ),
            says(
                "Slow breathing, and tensing muscles to let them go, are two more ways: `relax-coach learn breathing`.",
                "S32",
                "S34",
            ),
        ),
    ),
)

NOW = Topic(
    "now",
    "Is massage right, now?",
    "Which pain is not for massage?",
    (
        (
            says(
                "Call your local emergency number, and press nothing, when a headache comes suddenly or is the worst you ever had, or comes after a blow to the head.",
                "S39",
                "S40",
            ),
            says(
                "Also with a drooping face, a weak arm, slurred speech, numbness on one side, sudden trouble with sight, balance or memory, or someone who is drowsy, confused or can hardly be woken.",
                "S40",
                "S41",
            ),
            says(
                "Also with high fever and a stiff neck or a rash, with a painful red eye, with a fit.",
                "S38",
                "S39",
                "S40",
            ),
            says(
                "Also with chest pain, breathlessness, fainting, or one swollen painful arm or leg: common knowledge rather than a source of ours."
            ),
            says(
                "Also when new pain of head or neck comes with a drooping eyelid, unequal pupils, double sight, or trouble walking, speaking or swallowing. The list of signs is general knowledge.",
                "S54b",
                "own",
            ),
            says(
                "When others in the house have a headache too, go out into fresh air and call for help: it may be carbon monoxide. With thoughts of ending one's life call a help line, and do not stay alone. Both are general knowledge."
            ),
        ),
        (
            says(
                "See a doctor the same day when you are 50 or older with a new headache or soreness at a temple, a sore scalp, or jaw pain on chewing: an inflamed artery can cost the sight. If sight is lost, dimmed or doubled, call the emergency number.",
                "S42",
            ),
            says(
                "The same day too for a new pain on one side of neck or head that is unlike any before. It can be the first and only sign of a torn artery.",
                "S54b",
            ),
            says(
                "The same day for a severe headache with double or blurred sight, a sore scalp, jaw pain on eating, or numb or weak arms or legs. Sudden, or with lost sight or one weak side, it is an emergency.",
                "S40",
                "own",
            ),
            says(
                "A new headache in pregnancy, or after a birth, is on the list of warning signs. In pregnancy and within six weeks after a birth we say: a doctor the same day, and with swelling, pain in the upper belly or changed sight the emergency number.",
                "S38",
                "own",
            ),
            says(
                "Clumsy hands, an unsteady walk, or new trouble with bladder or bowel: the same day, as a matter of our own caution."
            ),
        ),
        (
            says(
                "What a doctor looks at soon, and when a massage waits: `relax-coach learn doctor`."
            ),
            says(
                "Before the first press the program asks about all this, and leaves out what is not for you: docs/safety.md has it in tables. No clinician has reviewed it."
            ),
        ),
    ),
)

DOCTOR = Topic(
    "doctor",
    "When to see a doctor soon",
    "What should a doctor look at, and when does a massage wait?",
    (
        (
            says(
                "See a doctor soon when headaches keep coming back or get worse, when painkillers do not help, when nausea or vomiting comes with them.",
                "S40",
            ),
            says(
                "Also when a headache changes with posture, coughing or effort, when its pattern is new, when it comes with fever or a changed mind, or when it is new with cancer or weak defences.",
                "S38",
                "S39",
            ),
            says("Also when a headache is new from 50 on, or wakes you from sleep.", "S38"),
            says("See a doctor too for headaches on 15 days of a month.", "S56"),
            says(
                "Also for a jaw that locks, an arm that has been numb for some time, or a strong pain that nobody can explain: our own caution."
            ),
            says(
                "And for twitching for more than two weeks, in more than one place, or where it is weak or stiff, or when a medicine may be the cause; a head that is pulled or twisted; a face that twitches on one side.",
                "S43",
                "S44",
                "S45",
            ),
        ),
        (
            says("Wait with a massage while you have a fever or an infection.", "S52", "own"),
            says("And after alcohol or drugs, when one feels too little: our own caution."),
        ),
    ),
)

STOP = Topic(
    "stop",
    "When to stop",
    "What must make me stop, and what may I expect?",
    (
        (
            says(
                "Stop at once at sharp, electric or shooting pain; at numbness or tingling in face, arm or hand; at dizziness, faintness or nausea; at ringing ears with spinning; at trouble with sight, speech or balance; at new weakness; at chest pain or breathlessness. Dizziness, slurred speech, lost sight and lost balance stand in the reports of injuries; the rest is our own caution.",
                "S46",
                "S47",
                "S48",
                "S50",
                "own",
            ),
            says(
                "At a strong or odd pulse under the fingers move off it at once. A headache that is clearly getting worse, or is the worst ever, ends the session too, and so does a bruise that forms."
            ),
            says(
                "Then sit or lie down. Call the emergency number with chest pain or breathlessness, if a severe headache came suddenly, if a face droops, if speech, sight, balance, strength or feeling is off, or if anything lasts more than a few minutes."
            ),
        ),
        (
            says(
                "Two men had a stroke after massaging their own neck, one of them over both arteries.",
                "S46",
                "S47",
            ),
            says(
                "Arteries of the neck were torn after massage devices were used there, and after a strong neck massage by another.",
                "S48",
                "S49",
                "S50",
            ),
            says(
                "So nothing here touches the front or the sides of the neck. No massage gun and no device on the neck, ever. Nobody's hands pull, crack or turn the head; where you turn it yourself, it is slow and without force."
            ),
            says(
                "Such an injury can show after days or weeks. A new severe pain of neck or head after a neck massage is a reason to see a doctor at once.",
                "S48",
            ),
        ),
        (
            says("A little soreness on the next day is common.", "S52"),
            says(
                "A mild ache that fades, warmth and a pleasant sleepiness are no reason to stop: our own reading."
            ),
        ),
    ),
)

PRESS = Topic(
    "press",
    "How to press",
    "How hard, for how long, and with what?",
    (
        (
            says(
                "Pressure is a number from 0 to 10 as you feel it: 1 a feather, 2 and 3 light, 4 moderate, 5 and 6 firm, 7 strong. The scale and its words are our own choice."
            ),
            says(
                "At most 4 on the temples, 5 on the jaw and under the skull, 7 on top of the shoulder, and less when another's hands press. These limits are our own."
            ),
            says("The eyes are never pressed: pressure on an eye can slow the heart.", "S53"),
        ),
        (
            says(
                "A still press on a tender point lasts from half a minute to a minute and a half. In one trial 90 seconds did more than 30.",
                "S12",
                "S13",
                "S14",
            ),
            says("Let go earlier when the muscle softens or the point no longer hurts.", "S13"),
            says(
                "A good ache fades within half a minute. If it does not, press half as hard: that is our own rule."
            ),
            says(
                "Circles and strokes need a few seconds to a minute, here at times longer. A stretch is held for 15 to 30 seconds, without bouncing.",
                "S17",
                "S24",
                "S25",
            ),
        ),
        (
            says(
                "Two or three fingertips for the temples and the jaw, the pads of all fingers for the scalp, the opposite hand for the shoulder.",
                "S17",
                "S18",
            ),
            says(
                "Always on muscle or bone as the step says, never on the spine, and lighter as soon as anything hurts."
            ),
            says(
                "Arms that are held up tire. After about 75 seconds the routines let them rest, which is our own choice."
            ),
        ),
    ),
)
