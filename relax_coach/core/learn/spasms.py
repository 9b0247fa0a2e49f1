"""Five questions of the article the program began with: spasms, twitches, and how they feel."""

from relax_coach.core.learn.topic import Topic, says

CAUSES = Topic(
    "causes",
    "What causes spasms in the head",
    "What causes muscle spasms in the head?",
    (
        (
            says(
                "A head that twitches or is pulled by itself can come from several movement disorders, from spasms of the neck muscles to Parkinson's disease.",
                "A",
            ),
            says(
                "We found no source of our own for Parkinson's disease among the causes: that is the article's word alone.",
                "A",
            ),
            says(
                "A common one of the neck is cervical dystonia: neck muscles that contract without being asked to.",
                "A",
                "S44",
            ),
            says(
                "On the face, a twitching that stays on one side can be a hemifacial spasm.", "S45"
            ),
        ),
        (
            says(
                "Most twitches stop within days or weeks. A twitch is usually linked to stress, anxiety, tiredness, caffeine, alcohol or a medicine.",
                "S43",
            ),
            says(
                "A feeling of tightness, as of a band, is another matter: `relax-coach learn feeling`."
            ),
        ),
        (
            says(
                "We know of no massage that ends a movement disorder. This program asks about a head that moves by itself, and then leaves the neck alone."
            ),
        ),
    ),
)

SPASMS = Topic(
    "spasms",
    "Muscle spasms of the neck and head",
    "Can you have muscle spasms in your head?",
    (
        (
            says(
                "Yes. Cervical dystonia is a focal dystonia, which means that one part of the body is affected: here the muscles of the neck.",
                "A",
            ),
            says(
                "They contract and go into spasm without being asked to, mildly or severely.", "A"
            ),
            says(
                "The head and the neck may twist, or be pulled forward, backward or from side to side.",
                "A",
            ),
            says(
                "Most often the chin turns toward a shoulder. An ear drawn to the shoulder, a chin drawn up or down, and jerks are known too.",
                "S44",
            ),
            says(
                "Neck pain and headache can come with it. It begins mostly after thirty, and more often in women.",
                "S44",
            ),
        ),
        (
            says(
                "It is for a doctor to look at. Injections of botulinum toxin often lessen the signs.",
                "S44",
            ),
            says(
                "Stretching or pressing such a neck is for a clinician to advise: told of it, this program leaves the neck out."
            ),
        ),
    ),
)

BRAIN = Topic(
    "brain",
    "When it feels as if the brain twitched",
    "Why do I feel like my brain is twitching?",
    (
        (
            says(
                "What one feels is mostly muscles under the skin of the head and face. If it feels different from that, ask a doctor. That is general knowledge, without a source of ours."
            ),
            says("Much stress or anxiety can make muscle twitches more frequent.", "A", "S43"),
            says("Tiredness, caffeine, alcohol and some medicines can do it as well.", "S43"),
            says("Sometimes no cause is found.", "A"),
        ),
        (
            says(
                "Rest, ease, fewer stimulants, and gentle stretching or massage of cramped muscles are what a health service suggests.",
                "S43",
            ),
            says(
                "Ask a doctor when it lasts for more than two weeks, comes in more than one place, when the place is weak or stiff, or when a prescribed medicine may be the cause.",
                "S43",
            ),
            says("Do not stop such a medicine on your own.", "S43"),
        ),
        (
            says(
                "Now and then a twitch belongs to something serious or even dangerous to life, such as a stroke or an injury of the brain.",
                "A",
            ),
            says(
                "Call the emergency number, whether or not anything twitches, at a drooping face, a weak arm, slurred speech, sudden loss of sight, sudden confusion or numbness on one side.",
                "S41",
            ),
            says("Also for a headache after a blow to the head.", "S40"),
        ),
    ),
)

SIDE = Topic(
    "side",
    "Twitching on one side",
    "Why does the side of my head twitch?",
    (
        (
            says(
                "One reason is a hemifacial spasm, which often comes from irritation of or damage to the facial nerve.",
                "A",
            ),
            says(
                "Commonly a blood vessel presses on that nerve, near the place where it joins the brain stem.",
                "A",
            ),
            says(
                "That the commonest cause is a vessel touching the nerve, the clinic says too.",
                "S45",
            ),
            says(
                "The nerve may then act on its own and send out signals that make the muscles twitch.",
                "A",
            ),
            says(
                "It is painless and cannot be held back. It often begins at an eyelid and spreads to the cheek and the mouth. Stress and tiredness can bring it on.",
                "S45",
            ),
        ),
        (
            says(
                "Twitching on one side that stays or spreads is a reason to see a doctor. A doctor may offer injections of botulinum toxin, and sometimes an operation.",
                "S45",
            ),
            says("We know of no reason to think that massage changes it."),
            says(
                "Sudden weakness of one side of the face is something else, and an emergency.",
                "S41",
            ),
        ),
    ),
)

FEELING = Topic(
    "feeling",
    "What tension in the head feels like",
    "What does a muscle spasm in your head feel like?",
    (
        (
            says(
                "What used to be called muscle contraction headache is a mild to moderate ache on both sides of the head.",
                "A",
            ),
            says(
                "It is linked with tight neck muscles and a feeling of pressure behind the eyes, says the article.",
                "A",
            ),
            says(
                "Today it is called tension-type headache. At least two of these four belong to it: both sides, pressing or tightening, mild to moderate, not worse from walking or climbing stairs.",
                "S56",
            ),
            says(
                "Nausea and vomiting do not belong to it, and of light and noise at most one disturbs.",
                "S56",
            ),
        ),
        (
            says(
                "It usually goes within some hours and can last for some days, says the article.",
                "A",
            ),
            says("The international definition says from half an hour to seven days.", "S56"),
            says("How often it comes, and what the words mean: `relax-coach learn headache`."),
        ),
    ),
)
