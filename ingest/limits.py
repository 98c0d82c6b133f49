"""How much of a file is read before it is refused, so that one paper cannot harm the others."""

MAX_BYTES = 200 << 20  # of a file
MAX_CHARS = 20_000_000  # of a paper's text
MAX_PAGES = 5_000
MAX_ZIP_MEMBERS = 5_000
MAX_PART_BYTES = 64 << 20  # of one unpacked part of a zip
MAX_ZIP_RATIO = 200  # unpacked to packed; real papers stay under 30
MAX_TABLE_CELLS = 200_000
MAX_TABLE_COLUMNS = 100  # of a row, and that one cell may be said to span
MAX_GROUPS = 1_000_000  # pairs of braces within each other in a Rich Text file
MAX_UNPACKED = 1 << 30  # bytes of all files in an archive
MAX_ATTACHMENTS = 500  # of a mail, with those of the mails in it
