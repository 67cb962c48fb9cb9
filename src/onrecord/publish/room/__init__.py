"""The reading room: a record as pages in a browser, and what persons say of it.

Every page is made on the server, from the record as it is at that moment, and works without a script. A view gathers what a
template shows; `door` decides who comes in, `answering` makes an answer of a view, `app` puts all of it together.
"""
