# Whether the listed tests of those who help paying are met. Never that somebody gets help.

funding-title = Help with paying: the listed tests
funding-lead = These are tests that programmes of support have published. Meeting them is no approval.
funding-meets = Meets the listed tests.
funding-fails = At least one listed test is not met.
funding-unknown = Not every listed test can be told.
funding-meets-numbers = Meets the listed numeric tests
funding-check = Check the others
funding-met = Met
funding-not-met = Not met
funding-not-known = Not known
funding-weeks = The learning takes less than { $weeks } weeks.
funding-hours = The learning takes { $least } to { $most } hours.
funding-income = The household’s income in a year is { $alone } or less for one person, { $shared } or less for two or more.
funding-source = As of { $day }, from
funding-none = No programme of support is listed here
funding-none-text = Ask the provider whether there is help with the price.
funding-questions = About you
funding-private = Answer what you like. Your answers are used for this page only and kept nowhere.
funding-household = People in your household
funding-income-field = Income of your household in a year, in dollars
funding-yes = Yes
funding-no = No
funding-skip = I do not say
funding-test = Compare with the tests
funding-open = Help with paying
