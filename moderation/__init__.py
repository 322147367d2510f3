"""Moderation: what is screened, flagged, decided and kept. Never imports what it moderates.

Begin with `content.py`: what a feature gives so that its things can be moderated. Then follow some words on their way:

- `screening.py` and `screening_rules/`: what the rules say of a text; `rules/` and `words/` are their data, `lists/` is
  what a force adds to them.
- `risk/`, `sealed/`, `repetition/`, `known/` and `modes.py`: what no rule can say of a text alone.
- `flags/`: what people say against it. `items/`: the one open item of each thing that waits for a person. `paging/`:
  somebody is called at once.
- `queue/`: where moderators work. `decisions/`: what they decide, carried out and written down in one transaction
  (`recording.py`). `appeals/`: somebody else looks again.
- `evidence/` and `legal_holds/`: what is kept of it. `public/`: what everybody may know.
- `trying/`, `replay/` and `drills/`: how well the rules do, and how soon people look.
- `community_rules/`: what decisions cite. `people/`: names and pictures, as things that can be moderated.
"""
