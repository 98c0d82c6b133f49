"""The lexicon of front pages: what councils print beside each fact.

Each fact has the labels that stand for it, parted by "|", in lower case, without "(s)" and without
a colon. A label is an example of itself; the comment above each fact shows it in use.
"""

CALLED: dict[str, str] = {
    # "Meeting: Cabinet", "To the: CABINET MEETING", "Decision maker: Director of Place"
    "body": "meeting|meeting of|meeting name|name of meeting|committee|name of committee"
    "|committee name|to|to the|report to|report to the|report for|decision maker|decision taker"
    "|decision making body|decision-maker|decision-taker|forum|for consideration by|body"
    "|decision made by|decision taken by|meeting title|meeting and date|meeting & date"
    "|meeting/date|committee and date|committee & date|committee/date|committee and date of meeting"
    "|meeting and date of meeting|decision-making body|name of decision maker|name of body",
    # "Date of Meeting: 4 May 2021", "Decision date: 04/05/2021"
    "meeting_date": "date of meeting|meeting date|date of committee|committee date|date of decision"
    "|decision date|date decision made|date decision taken|date of cabinet|date decision was made"
    "|meeting held on|date and time of meeting|date of decision meeting|date & time of meeting"
    "|date of the meeting|date of board|date of panel|date of council|date of executive"
    "|date decision was taken|date of cabinet meeting|date of council meeting",
    # "On: 5th March, 2003", "DATED: 4 May 2021"
    "date": "date|on|dated|date and time|date & time|date/time",
    # "Date of Report: 12 December 2007"
    "report_date": "date of report|report date|date written|date of draft|date report written",
    # "Subject: Allotment rents", "TITLE: PARKING"
    "title": "title|subject|report title|title of report|subject matter|name of report|report name"
    "|re|decision title|title of decision|subject of report|report subject|agenda item title"
    "|subject of the report|title of the report|heading|item title|subject/title|title/subject"
    "|report heading|report on|subject heading|decision subject|title of paper",
    # "Report of: Chief Executive", "Submitted by: The Clerk"
    "report_of": "report of|report of the|report by|report from|joint report of|submitted by"
    "|report of head of service|reporting officer|from|joint report by|report submitted by"
    "|joint report of the",
    # "Introduced by: Councillor Pike"
    "introduced_by": "introduced by|presented by|to be presented by|report presented by"
    "|to be introduced by|report introduced by",
    # "Portfolio Holder: Councillor Pike, Leisure"; taken where nobody is said to introduce it
    "holder": "portfolio holder|cabinet member|lead member|executive member|lead cabinet member"
    "|lead executive member|relevant portfolio holder|relevant cabinet member|responsible member"
    "|responsible cabinet member|responsible portfolio holder|cabinet portfolio holder"
    "|cabinet lead|executive portfolio holder|lead portfolio holder|cabinet member responsible"
    "|lead councillor|portfolio holder/lead member|cabinet member/portfolio holder"
    "|executive lead member|cabinet lead member|member lead|name of portfolio holder",
    # "Report Author: Tom Ash"
    "author": "report author|author|author of report|report writer|prepared by|written by"
    "|author of the report|report prepared by|originating officer|reporting author"
    "|report author and contact detail|author and contact|author name|name of author"
    "|name of report author|report compiled by|compiled by|author & contact detail",
    # "Contact Officer: Ann Pike, 01632 960142"
    "contact": "contact officer|contact|report contact|report contact officer"
    "|contact for enquiries|contact person|contact name"
    "|for further information contact|further information|for further information please contact"
    "|officer contact|officer to contact|contact for further information|enquiries to|contact point"
    "|contact detail|lead officer contact|contact officer detail|contact officer name"
    "|name of contact officer|please contact|report contact detail|further information from"
    "|contact for further detail|contact for more information|key contact",
    # "Lead Officer: Head of Parks"; the contact where no other is named
    "lead_officer": "lead officer|lead officer name|lead officer and contact detail"
    "|name of lead officer",
    # "Doc ID: FIN/12", "Report No. 45/21"
    "reference": "doc id|document id|reference|ref|report ref|report reference|report number"
    "|report no|decision reference|decision ref|reference number|delegated decision reference"
    "|reference no|ref no|our ref|executive decision reference|record no|document reference"
    "|document ref|document no|decision reference number|decision ref no|file reference|report id",
    # "Decision No: 15/2020"
    "decision_number": "decision number|decision no|decision notice no|decision notice number"
    "|decision record no|decision record number|number of decision",
    # "Forward Plan Ref: FP/24/017"; the reference where the paper has none of its own
    "plan_reference": "forward plan ref|forward plan reference|forward plan no|forward plan number"
    "|key decision reference|key decision ref|key decision no|key decision number"
    "|forward plan reference number|forward plan item|forward plan reference no",
    # "Agenda Item: 7", "ITEM NO. 5"
    "item_number": "item|item no|item number|agenda item|agenda item no|agenda item number"
    "|agenda no|agenda number|agenda ref|agenda reference",
    # "Part: 1"
    "part": "part|part 1 or 2|part 1 or part 2|part 1/part 2|part 1/2|part a or part b",
    # "Ward(s) affected: All"
    "wards": "ward|wards|wards affected|ward affected|ward to which report relates"
    "|wards to which report relates|electoral division|electoral divisions affected"
    "|electoral division affected|wards/areas affected|area affected|areas affected|division"
    "|ward or area affected|affected wards|wards/parishes affected|wards and parishes affected"
    "|ward/division affected|relevant ward|wards concerned|wards involved|ward/parish"
    "|wards directly affected|wards impacted|parishes affected|divisions affected|local ward",
    # "Key Decision: No"
    "key_decision": "key decision|is this a key decision|is it a key decision|key or non-key"
    "|is the decision a key decision|key decision y/n|key decision yes/no|is decision key"
    "|is key decision|key decision (yes/no)|key decision (y/n)|key/non-key decision"
    "|is this report a key decision|does this report require a key decision|key or non key decision"
    "|non-key/key decision|key decision or not|is this decision a key decision",
    # "Subject to call-in: Yes"
    "call_in": "subject to call-in|subject to call in|call-in|call in|eligible for call-in"
    "|is this decision subject to call-in|is the decision subject to call-in|open to call-in"
    "|is this subject to call-in|can be called in|is this report subject to call-in"
    "|is this decision eligible for call-in|is subject to call in|is subject to call-in"
    "|eligible for call in|is this decision subject to call in|decision subject to call-in"
    "|is the decision subject to call in|is the decision eligible for call-in|decision can be"
    " called in|subject to call-in yes/no|is the decision open to call-in",
    # "Council: Exham Town Council"
    "council": "council|name of council|authority|local authority|council name|name of authority",
    # "type: minutes", in front matter
    "type": "type|document type|kind",
    # Labels whose values are of no use here, but which show where another label's value ends; the
    # day of the next meeting, or of approval, is never that of the meeting.
    "other": "contact no|contact number|contact tel|date of next meeting|next meeting"
    "|date of the next meeting|dates of next meetings|time and date of next meeting"
    "|next meeting date|date and time of next meeting|date and time of the next meeting"
    "|previous meeting|date of last meeting|date of previous meeting|approved|approved on"
    "|date approved|signed|signed on|date signed|date adopted|adopted|adopted on|despatch date"
    "|dispatch date"
    "|date of despatch|date of dispatch|effective from|effective date|date effective|deadline"
    "|implementation date|date of implementation|decision status|decision due|review date"
    "|date of next review|published|published on|last updated|updated|issued|date issued"
    "|date of issue"
    "|email|e-mail|email address|e-mail address|tel|tel no|telephone|telephone number|telephone no"
    "|ext|extension|phone|appendix|appendices|attachments|budget/policy framework|exempt"
    "|exempt information|confidential|classification|status|purpose|purpose of report|summary"
    "|executive summary|recommendation|recommendations|background|background papers"
    "|lead director|cabinet portfolio|application number|application no|application ref|applicant"
    "|portfolio|director|strategic director|corporate director|responsible officer|officer"
    "|contains confidential or exempt information|accountable officer|monitoring officer"
    "|head of service|service|service area|directorate|department|date of publication"
    "|publication date|date published|time|venue|place|location|present|apologies|in attendance"
    "|chair|chairman|chairperson|policy framework|for decision|for information|report type"
    "|public or private|part 1|part 2|file|special_meeting|for|purpose of the report|name"
    "|position|post|job title|designation|cleared by|approved by|consulted|legal advice obtained"
    "|financial advice obtained|assessment of risk|source of funding|the source of funding is"
    "|key council policies|details|decision|decisions|reasons|reason|call-in expires|notes"
    "|cc|copies to|in forward plan|forward plan|urgent|urgency|reason for urgency|decision type"
    "|type of decision|alternative options|options considered|reason for decision"
    "|reasons for decision|reasons for the decision|ward members|ward councillors|ward member"
    "|ward councillor|local member|sederunt|absent|minute taker|minutes by|quorum",
}

# Words too common to be labels without a colon or a cell of their own.
NEEDS_COLON = frozenset(
    (
        "to|to the|on|re|from|for|council|committee|authority|body|forum|item|service|part|present"
        "|date|name|time|place|contact|details|decision|decisions|director|chair|ward|wards|author"
        "|type|meeting|report to|report to the|report of|report of the|report by|report from"
        "|report for|further information|position|post|notes|summary|background|purpose|ref|cc"
        "|file|heading|report on|division|officer|agenda item|agenda number|agenda no|item no"
        "|item number|approved|signed|adopted|published|updated|issued|deadline|absent|applicant"
        "|joint report of"
        "|joint report by|joint report of the|portfolio|subject|please contact|relevant ward"
    ).split("|")
)
