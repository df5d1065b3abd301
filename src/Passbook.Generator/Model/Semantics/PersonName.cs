using System.Text.Json;
using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>The name of a person, in parts.</summary>
public sealed record PersonName
{
    private UnknownKeys? _unknown;

    /// <summary>The first name.</summary>
    public string? GivenName { get; init; }

    /// <summary>The middle name.</summary>
    public string? MiddleName { get; init; }

    /// <summary>The last name.</summary>
    public string? FamilyName { get; init; }

    /// <summary>What stands before the name, such as Dr.</summary>
    public string? NamePrefix { get; init; }

    /// <summary>What stands after the name, such as Jr.</summary>
    public string? NameSuffix { get; init; }

    /// <summary>What the person is called among friends.</summary>
    public string? Nickname { get; init; }

    /// <summary>How the name is spoken.</summary>
    public string? PhoneticRepresentation { get; init; }

    [JsonExtensionData, JsonInclude]
    internal Dictionary<string, JsonElement>? UnknownMembers
    {
        get => _unknown?.Members;
        set => _unknown = UnknownKeys.Of(value);
    }
}
