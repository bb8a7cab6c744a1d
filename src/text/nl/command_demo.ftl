# De demonstratie.

cli-help-demo = Maakt een oefenboek met twaalf zaken en laat zien wat erin staat.
cli-help-demo-dir = De map voor het oefenboek. Anders is het ‘weegboek-demo’, of de volgende die nog vrij is.

cli-demo-title = Weegboek: een oefenboek
cli-demo-made = In de map { $dir } staat nu een weegboek met twaalf zaken. Er zijn { $events } stappen vastgelegd, en { $count } pogingen geweigerd.
cli-demo-fiction = De mensen, de gemeente en de zaken zijn verzonnen.
cli-demo-list = De twaalf zaken
cli-demo-refused = Twee pogingen die zijn geweigerd
cli-demo-refused-why = Het weegboek weigert wat niet klopt, van niemand is of niet is uit te leggen. Het zegt welke regel dat is, en hoe het wel kan.
cli-demo-attempt = { $dossier } · { $label }
cli-demo-story = Het verhaal van { $number }
cli-demo-story-why = Elke stap blijft staan zoals die is vastgelegd. Bij het besluit ziet u de hele afweging.
cli-demo-next = Wat u nu kunt proberen
cli-demo-next-state = Hoe staat deze zaak ervoor?
cli-demo-next-then = Wat was er bekend op 10 februari 2025, een week vóór het besluit?
cli-demo-next-weighing = Hoe ziet een besluit eruit dat later is betwist?
cli-demo-next-log = Wat is er het laatst vastgelegd?
cli-demo-next-check = Is er niets aan het weegboek veranderd?
