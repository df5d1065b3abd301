using Portal.Activity.Complaints;
using Portal.Wallet.Answers;

namespace Portal.Wallet;

/// <summary>Everything else below the protocol's paths: problem details, never a page, a redirect or a sign-in.</summary>
public static class UnknownEndpoints
{
    private const string Rest = "/{**rest}";

    /// <summary>Answers 405 to every method this resource does not take.</summary>
    public static void MapOtherMethods(this IEndpointRouteBuilder routes, string path, string allow)
    {
        var problem = WalletProblem.WrongMethod(allow);
        routes.Map(path, () => problem);
    }

    /// <summary>Answers 404 to every path below <paramref name="root"/> that is no resource.</summary>
    public static void MapUnknown(this IEndpointRouteBuilder routes, string root) => routes.Map(root + Rest, Unknown);

    /// <summary>Answers 404 to what comes of a web service URL with the version in it, and remembers that it came.</summary>
    public static void MapDoubledVersion(this IEndpointRouteBuilder routes) => routes.Map("/v1" + Rest, DoubledVersion);

    public static WalletProblem Unknown() => WalletProblem.NotFound;

    public static WalletProblem DoubledVersion(WalletHints hints)
    {
        hints.SawDoubledVersion();
        return WalletProblem.NotFound;
    }
}
