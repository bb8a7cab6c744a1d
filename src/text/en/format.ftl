# Days, moments and enumerations.

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

format-moment = { $day } at { $time }
format-list = { $before } and { $last }
format-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
format-events = { $count ->
    [one] { $count } event
   *[other] { $count } events
}
