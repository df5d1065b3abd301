using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>What somebody is asked for before the pass becomes personal.</summary>
[JsonConverter(typeof(NamedEnumConverter<PersonalizationField>))]
public enum PersonalizationField
{
    /// <summary>The name.</summary>
    [JsonStringEnumMemberName("PKPassPersonalizationFieldName")]
    Name,

    /// <summary>The postal code.</summary>
    [JsonStringEnumMemberName("PKPassPersonalizationFieldPostalCode")]
    PostalCode,

    /// <summary>The e-mail address.</summary>
    [JsonStringEnumMemberName("PKPassPersonalizationFieldEmailAddress")]
    EmailAddress,

    /// <summary>The telephone number.</summary>
    [JsonStringEnumMemberName("PKPassPersonalizationFieldPhoneNumber")]
    PhoneNumber,
}
