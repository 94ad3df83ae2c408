# What is wrong with a field, whatever it is.
form-empty = Fill this in.
form-too-long = Use at most { $max } characters.
form-number = Give a whole number from { $from } to { $to }.
form-choose = Choose one of these.
form-money = Give an amount in dollars such as 325 or 325.50.
form-day = Choose a day.
form-web-address = Give a full web address that starts with https://.
table-of = Table: { $what }
