"""A county's mixed mail in any amount, for judging decisions: twenty types of document from many kinds of writers.

There are two styles that share nothing but the drawing tools: other layouts, other wordings, other courts and firms.
Rules and learned types are made on style `a`; style `b` is held out and shows what they are worth on mail that nobody
has seen. `county` makes the registers and the matters, `flow` lets text run over pages, `layouts_a` and `layouts_b` are
the letter papers, `words_a` and `words_b` what is written on them, `kinds` the documents, `enclosures` what is stapled
behind them, and `stack` lays it all into batches.
"""
