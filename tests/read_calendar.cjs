// Reads a calendar on standard input with ical.js, as Thunderbird and Nextcloud do; writes its events as JSON.
const ICAL = require('ical.js').default ?? require('ical.js')

const calendar = new ICAL.Component(ICAL.parse(require('node:fs').readFileSync(0, 'utf8')))
const events = calendar.getAllSubcomponents('vevent').map((component) => {
  const event = new ICAL.Event(component, { strictExceptions: true })
  return {
    uid: event.uid,
    title: event.summary,
    first: String(event.startDate),
    end: String(event.endDate),
    status: component.getFirstPropertyValue('status'),
    sequence: event.sequence,
    geo: component.getFirstPropertyValue('geo'),
    alarms: component.getAllSubcomponents('valarm').map((alarm) => {
      const day = event.startDate.clone()
      day.isDate = false
      day.addDuration(alarm.getFirstPropertyValue('trigger'))
      return String(day)
    }),
  }
})
process.stdout.write(JSON.stringify({ name: calendar.getFirstPropertyValue('name'), events }))
