# Process analysis: graphs, variants, rules.
