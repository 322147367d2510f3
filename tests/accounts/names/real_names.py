"""Ordinary names of people who live in Britain, made by combining common first names and surnames of their families.

The lists are common names as registers and electoral rolls have them, a few dozen of each origin; names of two origins
are met every day, so that some combine across.
"""

import random

_ORIGINS = {
    "English": (
        "Oliver Jack Harry George Charlie Thomas James William Emily Olivia Amelia Jessica Sophie Charlotte Grace Lucy"
        " Margaret Susan Patricia Christine Deborah Karen Alan Kenneth Derek Graham Trevor Nigel Clive Clara Dean",
        "Smith Taylor Brown Wilson Johnson Wright Walker White Green Hall Wood Clarke Jackson Turner Cooper Ward Parker"
        " Bennett Barnes Phillips Mills Bishop Marshall Constable Sergeant Inspector Sheriff Page King Knight Chambers"
        " Churchwarden Ashby-Clarke Carter-Wood Fairweather Longbottom Ramsbottom Featherstonehaugh",
    ),
    "Welsh": (
        "Dafydd Rhys Gareth Llŷr Owain Siôn Iolo Geraint Huw Emyr Idris Gethin Siân Cerys Ffion Carys Megan Nia"
        " Angharad Rhiannon Eleri Catrin Bronwen Gwenllian Lowri Mair Eirlys Myfanwy Arwel Hefin Gwyn Illtyd",
        "Jones Davies Williams Evans Thomas Roberts Lewis Morgan Griffiths Edwards Owen James Rees Price Morris"
        " Pritchard Llewellyn Jenkins Powell Pugh Prosser Bowen Vaughan Gwynne Tudor Cadwallader ap+Rhys"
        " ap+Gwilym ferch+Dafydd Prydderch Rhydderch",
    ),
    "Scottish": (
        "Callum Ewan Hamish Fraser Lachlan Angus Iain Alasdair Isla Eilidh Catriona Fiona Kirsty Morag Mhairi Shona",
        "MacDonald McKenzie Campbell Stewart Murray Fraser MacLeod McIntyre Buchanan Drummond Sinclair Ferguson"
        " McConstable MacGregor Colquhoun Dalziel Menzies",
    ),
    "Irish": (
        "Seán Ciarán Cian Pádraig Niamh Siobhán Aoife Caoimhe Sinéad Gráinne Conor Declan Dara Ciara Bríd Eoin Oisín",
        "O'Neill O'Brien O’Connor Murphy Kelly Byrne Ryan Walsh Doyle McCarthy Gallagher Doherty Kennedy Mac+Giolla"
        " Fitzgerald Ó+Súilleabháin Nic+Dhonnchadha D'Arcy",
    ),
    "South Asian": (
        "Muhammad Amir Imran Faisal Aisha Fatima Zainab Priya Anjali Sunita Rajesh Vikram Harpreet Gurpreet Manjit"
        " Jaspal Nadia Shabnam Arjun Deepak Farhana Rukhsana Adi Dipti",
        "Khan Ahmed Hussain Begum Ali Patel Shah Singh Kaur Sharma Gupta Malik Iqbal Chaudhry Rahman Miah Uddin Das"
        " Fernando Perera Subramaniam Krishnamurthy Bhattacharya",
    ),
    "African and Caribbean": (
        "Chinedu Ngozi Adaeze Oluwaseun Folake Kwame Kofi Ama Abena Tendai Tariro Thabo Amara Marlon Delroy Shanice"
        " Winston Blessing Precious Chief",
        "Okonkwo Adeyemi Mensah Boateng Moyo Ncube Dlamini Campbell-Reid Nwosu Eze Balogun Asante Kamara Mutasa Clarke"
        " Grant Bailey Ogunleye Achebe Okeke",
    ),
    "Somali": (
        "Abdi Mohamed Hodan Ayaan Ifrah Sagal Warsame Yusuf Asha Faduma Khadra Liban Mahad",
        "Abdullahi Hassan Farah Warsame Ali Nur Jama Hersi Mohamud Omar Sheikh Dirie Guled",
    ),
    "Chinese and Vietnamese": (
        "Wei Li Mei Xiu Jing Hao Ming Thuy Linh Hung Dung Lan Yan Kai Wing Siu",
        "Ng Li Wang Zhang Chen Wong Chan Leung Nguyen Tran Pham Xu Wu Au Ip Yu Cheung",
    ),
    "Polish and others": (
        "Agnieszka Małgorzata Piotr Krzysztof Paweł Zofia Kacper Ionuț Andreea Vasile Mária Jiří Ilze Jurgita Zoltán",
        "Kowalski Nowak Wiśniewska Wójcik Żak Lewandowski Popescu Ionescu Horváth Novák Kazlauskas Bērziņš van+der+Berg"
        " de+Souza da+Silva von+Trapp Dvořák",
    ),
    "Arabic, Persian and Turkish": (
        "Layla Noor Youssef Khalid Mariam Huda Samir Reza Shirin Parisa Mehmet Ayşe Çağla Emre Bülent Ömer",
        "al-Masri El+Sayed Haddad Nasser Aziz Hosseini Karimi Yılmaz Demir Öztürk Kaya Şahin Abu+Bakr ibn+Rashid",
    ),
}
_OFFICERS = """
Jones Davies Smith Williams Evans Khan Murphy Patel Ali Singh Thomas Brown Campbell Nowak Ahmed Lewis Clarke Kelly Chen
Hughes Martin Watkins Stephens Parry Beynon Rowlands Humphreys Hopkins Bevan Matthews Rosser Treharne Mainwaring Picton
Harris Lloyd Bowden Moore Lee Allen Young Baker Carter Mitchell Cook Bell Cox Richardson Gray Shaw Foster Simpson
Russell Dixon Hunt Palmer Webb Stone Holmes Rogers Mason Gibson Reynolds Hart Gordon Burns Kerr Paterson Muir Rennie
Laing Baird Flynn Nolan Keane Moran Quinn
Farrell Hogan Power Regan Tierney Raza Mirza Qureshi Siddiqui Chowdhury Bains Gill Sandhu
Nair Menon Reddy Joshi Desai Mehta Oduya Bello Osei Owusu Sesay Conteh Banda Phiri Zulu Francis Joseph Charles Samuel
Pierre Egal Duale Abdi Ho Lam Cheng Yip Tang Lau Zielińska Mazur Krawczyk Stan Radu Nagy Kovács Petrov Marino Rossi
Silva Costa Saleh Mansour Khalil Farhat Rahimi Ahmadi Aydın Arslan Doğan Polat
"""
ALONE = """
Mo|Dee|Ng|Siân|Llŷr|Bo|Jo|Cher|Aroha|Suharto|Wayan|Ayu|Sukarno|Mononymous|Teller|Björk|Zendaya|Gwen|Taliesin|Aneirin|Huw
Rosa|Amir|Bryn|Nan|Mamgu|Bethan|Chidi|Ife|Priya|Manjit|Fatima|Yusuf|Hodan|Xin|Mei|Linh|Zosia|Ola|Reza|Ayşe|Ömer|Ffion
"""
IN_EVERY_SCRIPT = """
محمد علي|فاطمة الزهراء|عبد الرحمن|علیرضا محمدی|গৌতম চট্টোপাধ্যায়|অনিতা দাস|李小龍|王芳|陈伟|Мария Иванова|Олександр Шевченко
דוד לוי|שרה כהן|தமிழ்ச்செல்வி|முத்து குமார்|สมชาย ใจดี|김민준|さくら|たなか レイ|タナカ ケイ|अनिता शर्मा|नरेंद्र
ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ|ગીતા પટેલ|გიორგი ბერიძე|Γιώργος Παπαδόπουλος|አበበ ቢቂላ|ശ്രീജിത്ത്|ලසන්ත පෙරේරා|မောင်မောင်|ញឹម សុខា|Արամ Խաչատրյան
Nguyễn Thị Hương|Rosa 李|ಅನಿತಾ ರಾವ್|వెంకట రావు|ສົມພອນ|བསྟན་འཛིན
Đặng Văn Lâm|İbrahim Çelik|Þórr Ólafsson|Ħaż-Żabbar|Zoë Brontë-Ångström|Hawaiʻi Jones
"""


def ordinary_names(count: int, seed: int = 1) -> list[str]:
    """So many different names, the same for the same seed: most of one origin, some of two, some of two surnames."""
    drawn = random.Random(seed)
    names = dict.fromkeys(each(ALONE) + each(IN_EVERY_SCRIPT))
    names |= dict.fromkeys(f"{first} {last}" for first in ("Ann", "Tom", "Siân") for last in ("Constable", "Sergeant"))
    while len(names) < count:
        names[_one(drawn)] = None
    return list(names)[:count]


def each(names: str) -> list[str]:
    """The names of a block of lines."""
    return [name for line in names.strip().splitlines() for name in line.split("|")]


def officers_names(count: int, seed: int = 2) -> list[str]:
    """So many officers, of another draw: every first name above, and surnames of a list of their own.

    A few surnames are common to both lists, as in life: those who then share an officer's full name are refused.
    """
    drawn = random.Random(seed)
    firsts = [first for lists in _ORIGINS.values() for first in lists[0].split()]
    return [f"{drawn.choice(firsts)} {drawn.choice(_OFFICERS.split())}" for _officer in range(count)]


def _one(drawn: random.Random) -> str:
    origins = list(_ORIGINS)
    own = drawn.choice(origins)
    other = drawn.choice(origins) if drawn.random() < 0.1 else own
    first, last = _pick(drawn, own, 0), _pick(drawn, other, 1)
    style = drawn.random()
    if style < 0.05 and "-" not in last and " " not in last:
        married = _pick(drawn, drawn.choice(origins), 1)
        return f"{first} {married}-{last}" if " " not in married and "-" not in married else f"{first} {last}"
    if style < 0.12:
        return f"{first} {_pick(drawn, own, 0)} {last}"
    if style < 0.17:
        return f"{first[0]}. {last}"
    return f"{first} {last}"


def _pick(drawn: random.Random, origin: str, which: int) -> str:
    return drawn.choice(_ORIGINS[origin][which].split()).replace("+", " ")
