# Learning of everybody, for everybody.

nav-learning = Learning
learning-title = Learning
learning-lead = Courses and programmes by many providers. None of it is needed to be assessed.
learning-search = Search by title, skill, provider or place
learning-found = { $count ->
    [0] Nothing found
    [one] { $count } offering
   *[other] { $count } offerings
  }
learning-results = Offerings
learning-order = Order
learning-order-best = Best match
learning-order-price = Price
learning-order-length = Shortest
learning-ranked-best = Offerings whose title has your words come first, then all by title.
learning-ranked-price = By the most that it may cost, currency by currency. Where the price is not known, it comes last.
learning-ranked-length = By how long it may take. Where that is not known, it comes last.
learning-unpaid = Nobody can pay for a place in this list.
learning-choose = Choose { $title } to compare
learning-compare = Compare what is chosen
learning-compare-hint = Up to four.
learning-no-provider = Provider not stated
learning-price = Price
learning-length = Length
learning-work = Work
learning-mode = How
learning-aid = Help with the price
learning-aid-yes = Yes, the source says there is financial aid
learning-aid-no = No, the source says there is none
learning-starts = Begins
learning-place = Place
learning-language = Language
learning-level = Level
learning-before = Needed before
learning-award = At the end
learning-marks = Approvals and certifications
learning-skills = Skills named by the source
learning-unknown = Not known
learning-between = { $least } to { $most }
learning-days = { $count ->
    [one] { $told } day
   *[other] { $told } days
  }
learning-weeks = { $count ->
    [one] { $told } week
   *[other] { $told } weeks
  }
learning-months = { $count ->
    [one] { $told } month
   *[other] { $told } months
  }
learning-hours = { $count ->
    [one] { $told } hour
   *[other] { $told } hours
  }
learning-hours-weekly = { $count ->
    [one] { $told } hour a week
   *[other] { $told } hours a week
  }
learning-in-all = At most about { $hours } hours in all
learning-said = The source says:
learning-source = Source: { $name }, as of { $day }
learning-source-here = Source: listed here by its provider, { $day }
learning-source-name = Source
learning-language-en = English
learning-language-fr = French
learning-language-es = Spanish
learning-language-de = German
learning-language-it = Italian
learning-language-pt = Portuguese
learning-language-zh = Chinese
learning-language-ja = Japanese
learning-language-ko = Korean
learning-language-ar = Arabic
learning-language-ru = Russian
learning-language-hi = Hindi
learning-language-iu = Inuktitut
learning-facet-provider = Given by
learning-facet-mode = How
learning-facet-language = Language
learning-facet-price = Price, in its currency
learning-facet-length = Length
learning-facet-source = Source
learning-price-free = Free
learning-price-hundred = Up to 100
learning-price-five-hundred = Over 100, up to 500
learning-price-two-thousand = Over 500, up to 2,000
learning-price-over = Over 2,000
learning-price-unknown = Not known
learning-length-week = Up to a week
learning-length-month = Up to a month
learning-length-quarter = Up to three months
learning-length-year = Up to a year
learning-length-over = Longer
learning-length-unknown = Not known
learning-empty = No learning is listed yet
learning-empty-text = It appears here as soon as an organisation lists some or takes in a catalogue.
learning-nothing = No offering fits
learning-nothing-text = Try fewer or other words. The beginning of a word is enough, and accents make no difference. Taking off a filter helps too.
learning-all = Show all learning
learning-open = All of it is open data:
learning-sign-up = To the provider’s page
learning-numbers = What is known about it
learning-retired = Its source has not listed it since { $day }. It stays readable here.
learning-teaches = What it teaches
learning-confirmed = A person confirmed this.
learning-for-profile = For the profile
learning-never = You can be assessed without any course.
learning-compare-start = Compare
learning-compare-title = Compare learning
learning-compare-lead = The same facts side by side, in the order in which you chose them.
learning-compare-more = { $count ->
    [one] One more was chosen and is left out: four fit side by side.
   *[other] { $count } more were chosen and are left out: four fit side by side.
  }
learning-compare-none = Nothing is chosen
learning-compare-none-text = Choose up to four offerings in the list, then compare them.
learning-compare-other = Choose others
learning-compare-drop = Leave out
learning-compare-without = Leave out
learning-help = { $money } off, for: { $terms }
