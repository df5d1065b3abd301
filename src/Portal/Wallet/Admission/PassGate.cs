using Microsoft.Extensions.Options;
using Portal.Data.Storage;
using Portal.Wallet.Answers;
using Portal.Wallet.Requests;

namespace Portal.Wallet.Admission;

/// <summary>Lets a request through to the pass whose token it presents.</summary>
public sealed class PassGate(ProtocolStatements statements, IOptions<WalletLimits> limits, TimeProvider time)
{
    private readonly AddressLimiter _refused = new(limits.Value.RefusedTokensPerMinute, time);

    /// <summary>
    /// The pass, or why not. An unknown pass and a wrong token take the same way and get the same answer. Only refusals are
    /// counted against the client's address: many phones share one.
    /// </summary>
    public async ValueTask<PassAdmission> AdmitAsync(HttpContext http, WalletPath path, CancellationToken cancellationToken)
    {
        if (!PassAuthorization.TryRead(http.Request, out var authorization))
            return new(null, default, Refuse(http));

        var head = WalletPath.CanBeKnown(path.PassType) && WalletPath.CanBeKnown(path.SerialNumber)
            ? await statements.FindPassAsync(path.PassType, path.SerialNumber, cancellationToken)
            : null;
        return TokenComparison.Matches(head?.AuthenticationToken, authorization.Token) && head is not null
            ? new(head, authorization, WalletProblem.Unauthorized)
            : new(null, default, Refuse(http));
    }

    private WalletProblem Refuse(HttpContext http) =>
        _refused.TryCount(http.Connection.RemoteIpAddress) ? WalletProblem.Unauthorized : WalletProblem.TooMany;
}

/// <summary>What became of a request for a pass: its head, or the refusal.</summary>
public readonly record struct PassAdmission(PassHead? Head, PassAuthorization Authorization, WalletProblem Refusal);
