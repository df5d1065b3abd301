using Microsoft.AspNetCore.Components;

namespace Portal.Passes.Dates;

/// <summary>Makes the events of <c>js/date-events.js</c> known to Razor, which finds them by the name of this class.</summary>
[EventHandler("ondatetyped", typeof(DateTypedEventArgs))]
[EventHandler("ondateleft", typeof(DateTypedEventArgs))]
public static class EventHandlers;
