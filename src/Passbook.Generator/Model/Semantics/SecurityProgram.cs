using System.Text.Json.Serialization;

namespace Passbook.Generator;

/// <summary>A programme that makes the way through an airport shorter. iOS 26.</summary>
[JsonConverter(typeof(NamedEnumConverter<SecurityProgram>))]
public enum SecurityProgram
{
    /// <summary>TSA PreCheck.</summary>
    [JsonStringEnumMemberName("PKTransitSecurityProgramTSAPreCheck")]
    TsaPreCheck,

    /// <summary>TSA PreCheck Touchless ID.</summary>
    [JsonStringEnumMemberName("PKTransitSecurityProgramTSAPreCheckTouchlessID")]
    TsaPreCheckTouchlessId,

    /// <summary>One Stop Security.</summary>
    [JsonStringEnumMemberName("PKTransitSecurityProgramOSS")]
    Oss,

    /// <summary>International to international transit.</summary>
    [JsonStringEnumMemberName("PKTransitSecurityProgramITI")]
    Iti,

    /// <summary>International to domestic transit.</summary>
    [JsonStringEnumMemberName("PKTransitSecurityProgramITD")]
    Itd,

    /// <summary>Global Entry.</summary>
    [JsonStringEnumMemberName("PKTransitSecurityProgramGlobalEntry")]
    GlobalEntry,

    /// <summary>CLEAR.</summary>
    [JsonStringEnumMemberName("PKTransitSecurityProgramCLEAR")]
    Clear,
}
