# Dagen, momenten en opsommingen.

month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december

format-moment = { $day } om { $time }
format-list = { $before } en { $last }
format-days = { $count ->
    [one] { $count } dag
   *[other] { $count } dagen
}
format-events = { $count ->
    [one] { $count } gebeurtenis
   *[other] { $count } gebeurtenissen
}
