using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>When an event still to come takes place. iOS 26.</summary>
public sealed record UpcomingPassDate
{
    private UnknownKeys? _unknown;

    /// <summary>The moment it begins.</summary>
    public required PassDate Date { get; init; }

    /// <summary>The time zone it is shown in, by its IANA name, such as Europe/Helsinki.</summary>
    public string? TimeZone { get; init; }

    /// <summary>True: only the day is shown. False or not set: the time too.</summary>
    public bool? IgnoreTimeComponents { get; init; }

    /// <summary>True: it takes the whole day. False or not set: it begins at a time.</summary>
    public bool? IsAllDay { get; init; }

    /// <summary>True: the time has not been announced (TBA). False or not set: it has.</summary>
    public bool? IsUnannounced { get; init; }

    /// <summary>True: the time has not been decided (TBD). False or not set: it has.</summary>
    public bool? IsUndetermined { get; init; }

    [JsonExtensionData, JsonInclude]
    internal Dictionary<string, JsonElement>? UnknownMembers
    {
        get => _unknown?.Members;
        set => _unknown = UnknownKeys.Of(value);
    }
}
