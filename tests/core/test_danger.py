"""What may be a danger sign is heard anywhere in a wish, and a good wish is no alarm."""

import pytest

from relax_coach.core.danger import sign_in
from relax_coach.core.wish import DangerSign, wish_of

TOLD = {
    "despair": """
    overdose; took too many pills; my life should end; end my life; don't want to live; dont want
    to be alive; I don't want to be here anymore; no reason to live; I want to kill myself; i wanna
    die; better off dead; wish i was dead; end it all; not worth living; can't go on; thinking
    about suicide; sucidal; tired of living; hang myself; take my own life; swallowed all my
    tablets; no longer want to live; suicidal; I want to hurt myself; self-harm; i dont want to
    live any more; i want to be dead; I can't live like this any longer; want it all to be over;
    I've had enough of life; I see no point in going on; nobody would miss me; everyone would be
    better off without me; thoughts of suicide; harming myself; cut my wrists; I plan to kill
    myself tonight; I'm going to end my life; ending it tonight; want to disappear forever; want to
    sleep and never wake up; I don't want to wake up tomorrow; life has no meaning; I want to jump
    off a bridge; took a whole pack of pills; I took all my sleeping pills; took too much
    paracetamol; od on pills; i am suicidel; feel like ending my life; life isn't worth living; i
    dont wanna live
""",
    "chest": """
    palpitations; palpatations; my heart is skipping beats; chest pain; pain in the chest; tight
    chest; my chest feels tight; pressure on my chest; chest feels heavy; elephant on my chest;
    pain in neck and chest; crushing chest; My chest hurts!; left arm hurts; pain down my left arm;
    my left arm is heavy; heart racing; my heart is pounding; heart attack; irregular heartbeat;
    neck 4m, short of breath; shortness of breath; out of breath; can't breathe; cant breath; hard
    to breathe; trouble breathing; struggling to breathe; can't catch my breath; not able to
    breathe; hurts when I breathe; it hurts to breathe; pain when breathing; breathless; swollen
    leg; my calf is swollen; one arm is swollen; coughing blood; not getting enough air; no air; I
    can’t breathe; no fever but chest pain; no fever, chest pain; no fever and chest pain; I never
    had chest pain before; no sleep chest pain; chest hurting badly; sharp pain in chest; sharp
    chest pains when walking; tight feeling in the chest; tightness across my chest; chest is
    burning; someone sitting on my chest; squeezing feeling around the heart; my heart hurts; pain
    around heart; heart beating very fast; heart beats irregularly; heart going crazy; racing
    pulse; heart keeps stopping; heart flutters; pain radiating into the left arm; ache in my left
    arm and jaw; left arm feels strange; jaw pain and left arm pain; cold sweat and chest tight;
    breathing hurts; breathing is hard; I am struggling for air; gasping for air; can hardly
    breathe; barely able to breathe; could not breathe; winded after two steps; I can't get enough
    air; shortnes of breath; breathing difficulties; leg swollen and red; swelling in one leg; my
    arm is twice its size; painful swollen calf; my chest is tight and I sweat; chest discomfort;
    chest cramps; heart pain; my heart races; heart beats too fast; heart palpatations; breath is
    short; trouble getting air; I get no air; my lungs hurt; arm swells up; chest pressure, tight
    neck muscles; chest pain and neck 4m; no fever or rash but chest pain
""",
    "gas": """
    carbon monoxide; we all have headaches; my wife has a headache too; everyone in the house has a
    headache; the whole family has headaches; gas leak; my flatmate has a headache too; both of us
    got headaches; the kids also have headaches; whole house feels sick with headache; smell of
    gas; gas heater on, all have headaches; carbon monoxid alarm; CO alarm; co2 alarm
""",
    "after_blow": """
    vomiting after hitting my head; I was hit on the head; hit my head; fell on my head; banged
    head; headache after fall; headache after a car crash; headache whiplash; hit my head, now a
    headache; concussion; bumped my head and vomited; fell yesterday, headache; headache since the
    accident; knocked my head; headache since I fell; head hurts after fall; my head hurts since the
    accident; hit my head yesterday and feel sick; bike crash last week, headache now; hit on the
    head by a ball; got punched in the head; ball hit my head; knocked my head on the cupboard; fell
    and hit head; banged my head on a door, headache; headache after bumping my head; a branch fell
    on my head; knock on the head; headache after skiing fall; fell off horse, head hurts; hit my
    head on the car door; head got hit; bumped head; slipped on ice and hit my head; I bumped my
    head yesterday; concusion; I fell and my head hurts; since I fell headache and can't fall asleep
""",
    "pregnant_head": """
    pregnant, headache and swollen face; headache after giving birth, blurred vision; pregnant with
    headache and stomach pain
""",
    "meningitis": """
    fever and stiff neck; stiff neck with high temperature; stiff neck and rash; meningitis; stiff
    neck with fever; fever, rash; high fever and neck stiff; rash that does not fade; neck so stiff
    i can't touch chin to chest and fever; temperature of 39 and stiff neck; feverish and neck is
    stiff; neck stiffness and fever
""",
    "red_eye": """
    eyes hurt; my eye is red; red painful eye; pain in my left eye; eye is very painful; red eye
    and blurred sight; sore red eye; pain in the eye; eye pain; my eyes are hurting; halos around
    lights; eyes hurt in bright light, stiff neck; painful red eye, tired; eye red and hurts, tired
""",
    "torn_artery": """
    drooping eyelid; my eyelid droops; one pupil is bigger; trouble swallowing; can't swallow; hard
    to swallow; neck pain and double vision; one eyelid hangs; lid droops on the left; pupils
    different sizes; neck pain and drooping eyelid; one pupil larger; food gets stuck, can't
    swallow; difficult to swallow; problems swallowing
""",
    "confusion": """
    cannot speak; can't see; lost my sight; trouble speaking; double vision; seeing double; blurry
    vision; blurred; my vision is gone; sight going black; lost vision in one eye; sudden loss of
    sight; can not see; can't talk; unable to speak; not able to speak; difficulty speaking; hard
    to speak; words come out wrong; can't find words; can't remember anything; memory loss; lost my
    memory; lost my speech; confused; I am blind in one eye; drowsy and headache; don't know where
    I am; a curtain over my eye; I see double; vision is double; sight is blurred; everything is
    blurry; my sight is going; lost sight in right eye; I can't see out of my left eye; half my
    vision is missing; suddenly blind; sudden blindness; black spots in my vision; flashing lights
    and headache; trouble seeing; I can't speak properly; can't get my words out; speech is slow;
    I'm mixing up words; forgot my own name; can't remember my name; sudden memory loss; suddenly
    can't remember; very confused; head confused and headache; very drowsy; I don't know what day
    it is; she is talking nonsense; I can't talk right; lost ability to speak; speech problems;
    cant see anything; lost eyesight; loss of vision; vision loss; went blind; eyesight suddenly
    bad; everything looks double; I feel confused; I don't see well since an hour
""",
    "stroke": """
    losing my balance; numb face; arm went weak; I think it's a stroke; having a stroke; xyzzy
    slurred; slurring words; face drooping; droopy face; my mouth is crooked; one side of my face
    is hanging; weak arm; arm feels weak; my leg is weak; weakness on one side; shoulder weak after
    the gym; arm won't move; can't lift my arm; cannot move my leg; can't feel my face; no feeling
    in my arm; lost feeling in my hand; no strength in left hand; numb hand; numbness; tingling
    arm; tingling in my fingers; pins and needles in my arm; paralyzed; my leg feels dead; dizzy;
    dizzyness; dizy; neck hurts and dizzy; light-headed; lightheaded; room is spinning; my head is
    spinning; vertigo; lost my balance; can't keep my balance; no balance; trouble walking; can't
    walk; can't walk straight; unsteady; not tired but dizzy; not sleeping, dizzy; not only dizzy;
    not just a headache, my arm is numb; no idea why my arm is numb; speech is slurred; stroke;
    mini stroke; face is drooping; left side of my face droops; my smile is uneven; face feels
    numb; half my face is numb; arm is numb; numb left side; numb fingers; numbnes in arm; left leg
    weak; weekness in my arm; arm feels like lead; arm hangs down; can't raise my arm; can't move
    one side; my right hand won't work; hand doesn't work; lost strength in arm; lost the use of my
    hand; can't grip; can't feel my fingers; fingers went numb; tingling down one side; tingling
    face; prickling in the arm; sudden dizziness; so dizzy I can't stand; dizzy spells; everything
    is spinning; head spins; giddy; unsteady on my feet; walking like drunk; legs give way; my legs
    won't carry me; off balance; balance is off; stumbling; hard to walk; slurred speech; woozy; my
    face is drooping on one side; face went numb; half of my face doesn't move; my arm is weak; arm
    weakness; right arm went numb; leg went numb; one side is weak; lost feeling in my leg; lost
    control of my arm; can't hold a cup; can't hold things; I'm dizzy; neck pain with dizziness;
    dizziness when turning head; 7 months pregnant and dizzy; unsteady walk; numb between the legs;
    drooping face, shoulders tight; my arm is going dead; so dizzy I can't stand up; no neck pain
    but my arm is numb; don't feel my left arm; my hand isn't working; never dizzy until today; had
    a light stroke last year
""",
    "fit": """
    fainted; fainting; I passed out; blacked out; seizure; had a fit; unconscious; lost
    consciousness; can't wake him; collapsed; everything went black; knocked out; i feel faint;
    about to faint; nearly fainted; feel like passing out; had a seizure this morning; convulsions;
    she won't wake up; he is unconscious; fell unconscious; blackout; i blacked out yesterday; I
    fainted this morning; lost consciousness for a minute; epileptic fit
""",
    "thunderclap": """
    explosive headache; exploding headache; worst headache of my life; worst headache ever; worse
    headache ever; sudden headache; sudden terrible headache; suden headache; sudden severe
    headache; worst-ever headache; thunderclap headache; thunder clap headache; headache came
    suddenly; headache came out of nowhere; sudden neck pain; my head exploded; the worst headache
    I have had; worst pain of my life; never had such a headache before; never had a headache like
    this; strongest headache of my life; worst migraine ever; headache like a thunderclap; headache
    out of the blue; headache hit me like a hammer; headache in a second; worst headache; the worst
    head pain ever; worst ever migraine; my worst headache; explosion in my head; my head feels
    like exploding; most painful headache ever; never had headache this bad; sudden pain in the
    head; sudden stabbing pain in head; sudden migraine; i suddenly got a terrible headache;
    terrible headache all of a sudden; sudden onset headache; sudden bad headache; sudden very
    strong headache; headache started suddenly; worst pain ever; worst headach of my life; the
    worst migrane of my life; headache worst ever; headache came like lightning; headache exploded;
    head is exploding; migraine worse than ever; headache like never before; never had such a
    headache; headache without warning
""",
    "new_mother": """
    pregnant and headache; pregnent with a headache; had a baby, headache; headache pregnant; gave
    birth last week, headache; pregnancy headache; new headache since pregnancy; 30 weeks pregnant
    headache; I'm pregnant, my head hurts
""",
    "severe": """
    severe headache; unbearable pain; excruciating; most severe headache; severe pain; very severe
    headache; unbearable headache; excruciating head pain; agonizing neck pain
""",
    "sore_temple": """
    temple sore when chewing; jaw pain on chewing; jaw hurts when eating; jaw hurts when I talk; jaw
    hurts chewing; jaw aches when I eat; temple hurts and jaw hurts when chewing; pain in the jaw
    when I chew; jaw gets tired and hurts when chewing; new temple pain and I am 70
""",
    "one_sided": """
    new headache I never had; new headache on one side; new pain on one side of the neck; pain on
    one side of my neck that is new; neck pain unlike any before; new one-sided headache; new pain
    one side of neck; one sided neck pain, new; neck pain never had before; different neck pain than
    ever before
""",
    "spine": """
    clumsy hands; can't control my bladder; wet myself; keep dropping things; hands are clumsy;
    can't hold my bladder; lost bladder control; no control over bowels; can't pee; can't do up
    buttons; clumsy fingers; trouble peeing; bowel trouble
""",
    "knock": """
    fell off my bike, neck hurts; fell down the stairs; car accident; neck hurts since my fall; a
    blow to the head; hit by a car; fell yesterday, neck stiff; hurt my head in a fall; car hit me
    from behind; rear-ended, neck hurts; I keep falling over; fell; I fell yesterday; fell from a
    ladder; had an accident; was in a crash; tripped and fell; took a blow to the neck; had a fall;
    got hit by a bike; falls off a chair; fell on my neck; tumbled down stairs; got hit in the neck;
    neck hurts since I fell, hard to fall asleep; fell in the bathroom; fell out of bed, neck hurts
""",
    "fever": """
    fever; flu; infection; neck and a fever; running a fever; feverish; I have the flu; have covid;
    infected tooth; infection in ear; got a cold and fever; sepsis
""",
    "drink": """
    drunk; I drank wine; had three beers; on drugs; I'm drunk; had a lot to drink; had some wine;
    drinking wine; drank too much; took drugs; high on weed; been drinking; took ecstasy; drunk a
    bottle of wine
""",
    "unexplained": """
    unexplained pain; pain nobody can explain; strong pain nobody can explain; doctors can't
    explain the pain; pain for no reason
""",
}
"""Sign → what people who have it type."""
HARMLESS = """
    neck worst at night; shoulder worst on the left; hard day of talking, tight jaw; hard to see
    the screen, tired eyes; memory foam pillow, neck hard; losing sleep talking; stiff neck no
    fever; neck, no fever; not dizzy; neck tight, never fainted; work life balance hard; hard walk,
    calves; end of life stress; head falling forward, neck; hit by stress, head tight; a light
    stroke of the neck; knots before I fall into bed; eyes hurt from the screen; pain new chair one
    side neck; sudden stress, neck; tingling scalp massage; eyes; tired eyes; arm; neck pain;
    headache; tension headache; heartbeat; chest; tight chest muscles; sore temple; fall asleep;
    left jaw hurts; stiff neck; breath; short breathing; right temple pain 4m; pounding headache;
    shoulders for two; I want my neck not to hurt; jaw tight, not numb; no chest pain, tight
    shoulders; I have no fever and a stiff neck; without any dizziness, neck; don't feel dizzy; not
    feeling dizzy, shoulders tight; no numbness or tingling, neck sore; no palpitations; I never
    had a seizure, neck; tired eyes and neck pain; eyes and shoulders ache; pain behind the eyes;
    pressure behind the eyes; sore eyes after reading; tired eyes hurt; my neck is killing me; dead
    tired; end of the day, neck; life is stressful; shoulders after a long drive; breathing
    exercise; neck pain breathing; slow breathing before sleep; deep breath; chest opener stretch;
    pressure points chest; chest pressure points; open the chest, tight shoulders; stroke my neck;
    gentle stroke down the arm; drooping shoulders; shoulders heavy; left shoulder heavy; heavy
    arms for sleep; arms tired from typing; hands stiff from typing; legs up, neck; swimming,
    shoulder tight; talking all day, jaw sore; trouble sleeping; trouble at work, tight jaw; cannot
    turn my neck; lost in thought, tight forehead; lost my temper, jaw clenched; I see the screen
    all day; hard workout, shoulders; balance board, calves; new pillow, stiff neck; tight on one
    side; birthday party, tired; headache after work; migraine; headache at night; worst day at
    work; worst part is the jaw; sudden noise makes my shoulders tense; suddenly tired; I hit the
    gym, shoulders; hit the wall at work, tired; head down all day; head hurts; head heavy; heart
    rate down; calm my heart; heart to heart talk, calm; burning the midnight oil; no balance
    between work and rest; losing my work life balance; jaw clenched at night; chewing gum, tight
    jaw; eat lunch, then neck; drinking water, headache; had a glass of water, temple; standing all
    day, calves; standing desk, neck; vision board evening, eyes; tunnel of work, eyes tired;
    rushed, short of time; short on time, neck; out of the office; face tight; tight face; mouth
    tight; fingers tired; arm muscles tired; arm not massaged, shoulder; no massage of the arm;
    long day, no break, neck; not the neck, shoulders; painful neck at the desk; neck hurts when I
    turn; aching shoulders and neck; burning shoulders; stabbing pain under the shoulder blade;
    neck pain for weeks; going to a meeting; take a break from life; think too much; no reason,
    just want to relax; live music, stiff neck; tired of work; sick of sitting; want to end the day
    calm; black coffee, headache; passing the time, jaw; everyone is stressed; family stress,
    headache; my partner has a headache; my wife has a headache; tension in my temples after screen
    work; I fell asleep on the sofa, stiff neck; slept on the wrong side; neck stiff from the cold;
    stiff after driving; can't stop thinking; pressure in my head; head feels tight; tight band
    around the head; headache from the screen; headache after reading; headache since this morning;
    one-sided headache; jaw tense from grinding; jaw pain; eyes burning from the screen; eyes
    heavy; eyes hurt after reading; tired red eyes from the screen; eyelids heavy; forehead tight
    from staring; looking at the screen too long; arms ache after gardening; right arm hurts; left
    shoulder hurts; carried a baby all day, shoulders; hard work, shoulders; rock hard shoulders;
    hard knots in the trapezius; stressed and tense; life stress; my life is busy; end of a long
    day; after a walk; a break from talking; talked a lot today; voice tired from speaking;
    speaking all day; sang all day, jaw; losing patience; sudden cold snap, neck; suddenly
    stressed; worst mattress, neck; worst in the morning; worst after driving; worse on the left;
    neck worse when sitting; ever tense shoulders; hit a deadline; warm heart meditation; calm the
    racing mind; racing thoughts; mind racing at night; pulse of the day; count my breath;
    breathing in, breathing out; breathe and relax; tight chest muscles and shoulders; falling
    shoulders; let shoulders fall; let my head fall to the side; fall evening; rainy fall day; hit
    the road, neck; blow dry neck; memory of a holiday; remember to relax; nothing hurts, just
    relax; nothing wrong, relax; no pain just tense; not pregnant; not drunk; no accident; no
    injury; never had a stroke; no stroke; no history of stroke; no numbness; without numbness;
    isn't numb; not numb or weak; no numbness or weakness; no fainting; no red eye; no sudden
    headache; don't have fever; I don't have chest pain; no shortness of breath; no trouble
    speaking; no difficulty swallowing; no double vision; no confusion; no tingling; no loss of
    balance; I haven't fallen; didn't hit my head; no whiplash; no chest pain; chest not tight;
    heart not racing; arms not heavy; hard to fall asleep; hard to switch off; hard to turn my
    head; can't look over my shoulder; want to look over my shoulder; stiff when I look up; sitting
    on a chair all day, chest open; head full after talking; lost sleep, eyes heavy; no sleep,
    temples; no feeling of rest; sense of balance and calm; balance my day; walk straight to bed;
    one side of my jaw; new job stress, neck; new glasses, tired eyes; tired after the birthday;
    dead end job; knock off the stress; crash course in massage; temperature in the office is cold,
    neck; warm hands on the chest; hand on heart breathing; speak at a conference, jaw; remember to
    drop shoulders; words with friends, eyes; worst seat ever; red light therapy; red face from
    cold; eyes red light; pressure at work, chest; weight on my shoulders; weight training,
    shoulders; burnt out; I want to feel alive; dying to relax; I want an all over massage; end it
    with breathing; I never wake up rested; want my neck pain to disappear; sitting all day, chest
    stretch; sitting at a desk all day chest; everyone at work is sick, neck; room temperature is
    cold, stiff neck; red eye flight, neck; eyes closed in the dark; don't want to be around
    people; can't move my neck to the side; can't stand the stress; can't go on holiday, stressed;
    thunderstorm headache; head and neck worst at night; shoulders high on one side; let my
    shoulders fall down; after work I fall asleep; tired of the living room couch; drinking tea,
    neck; air con, stiff neck; chest muscles tight; don't know where it hurts; headache and neck
    pain; neck and head hurt; pain in neck and head; my head hurts at the temples; pressure behind
    forehead; new keyboard, one side tight; can't find a good pillow; hard to sit still; shoulders
    and chest open; weak coffee, headache; can't breathe through my nose; blind date nerves; after a
    fall out with my boss
"""


def listed(told: str) -> list[str]:
    return " ".join(told.split()).split("; ")


@pytest.mark.parametrize(
    ("text", "sign"), [(text, sign) for sign, told in TOLD.items() for text in listed(told)]
)
def test_a_sign_goes_before_all_else(text: str, sign: str) -> None:
    with pytest.raises(DangerSign, match=r"^No massage now") as danger:
        wish_of(text, ())
    assert danger.value.sign.word == sign and "relax-coach learn now" in str(danger.value)


@pytest.mark.parametrize("text", listed(HARMLESS))
def test_a_good_wish_is_no_alarm(text: str) -> None:
    assert sign_in(text) is None
