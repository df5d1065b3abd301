using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>When an event begins, where the time is not certain yet. iOS 18.</summary>
public sealed record EventDateInfo
{
    private UnknownKeys? _unknown;

    /// <summary>The moment; Wallet says that the date is not known when it is not set and <c>eventStartDate</c> neither.</summary>
    public PassDate? Date { get; init; }

    /// <summary>The time zone it is shown in, by its IANA name, such as Europe/Helsinki.</summary>
    public string? TimeZone { get; init; }

    /// <summary>True: only the day is shown. False or not set: the time too.</summary>
    public bool? IgnoreTimeComponents { get; init; }

    /// <summary>True: the time has not been announced (TBA). False or not set: it has. iOS 18.1.</summary>
    public bool? Unannounced { get; init; }

    /// <summary>True: the time has not been decided (TBD), which goes before not announced. False or not set: it has. iOS 18.1.</summary>
    public bool? Undetermined { get; init; }

    [JsonExtensionData, JsonInclude]
    internal Dictionary<string, JsonElement>? UnknownMembers
    {
        get => _unknown?.Members;
        set => _unknown = UnknownKeys.Of(value);
    }
}
