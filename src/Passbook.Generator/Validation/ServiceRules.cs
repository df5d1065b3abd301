namespace Passbook.Generator;

/// <summary>Rules about the web service and the associated app.</summary>
internal static class ServiceRules
{
    private const int ShortestToken = 16;

    public static void Check(Pass pass, ProblemList problems)
    {
        if (pass.WebServiceUrl is null != pass.AuthenticationToken is null)
        {
            problems.Error(pass.WebServiceUrl is null ? "$.webServiceURL" : "$.authenticationToken", PassProblemCode.WebServiceIncomplete,
                "A pass that is updated needs both the address of the web service and an authentication token: add this one.");
        }

        if (pass.AuthenticationToken is { Length: < ShortestToken })
            problems.Error("$.authenticationToken", PassProblemCode.TokenTooShort, $"The authentication token must have at least {ShortestToken} characters: make a longer one.");
        if (pass.WebServiceUrl is { } address)
            CheckAddress(address, problems);
        if (pass.AppLaunchUrl is not null && pass.AssociatedStoreIdentifiers.IsEmpty)
            problems.Error("$.appLaunchURL", PassProblemCode.AppLaunchWithoutStore, "An address for the app needs the app's number in the App Store: add that number.");
        if (pass.AppLaunchUrl is { } launch && LinkTarget.IsNoApp(launch))
            problems.Warning("$.appLaunchURL", PassProblemCode.LinkInvalid, $"No app opens an address that begins with '{launch.Scheme}:': let it begin with https: or with the name the app has for itself, such as coffee:.");
    }

    private static void CheckAddress(Uri address, ProblemList problems)
    {
        if (address.IsAbsoluteUri && address.Scheme == Uri.UriSchemeHttps)
            return;
        if (address is { IsAbsoluteUri: true, IsLoopback: true } && address.Scheme == Uri.UriSchemeHttp)
            problems.Warning("$.webServiceURL", PassProblemCode.WebServiceNotHttps, "Only a simulated phone on this machine reaches the web service: give real phones an address that begins with https.");
        else
            problems.Error("$.webServiceURL", PassProblemCode.WebServiceNotHttps, "The address of the web service must begin with https: correct it.");
    }
}
